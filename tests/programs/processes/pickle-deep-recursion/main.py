import pickle
v = []
for _ in range(5000):
    v = [v]
try:
    pickle.dumps(v)
except RecursionError as exc:
    print('RecursionError')
