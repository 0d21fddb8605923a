import pickle
v = {'name': 'bob', 'n': [1, 2.5, None, True], 't': (1, 2), 'b': 2**40}
for p in range(6):
    d = pickle.dumps(v, p)
    print(p, d, pickle.loads(d) == v)
print(pickle.dumps(v, -1) == pickle.dumps(v, 5), pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL)
try:
    pickle.dumps(v, 6)
except ValueError as exc:
    print(exc)
