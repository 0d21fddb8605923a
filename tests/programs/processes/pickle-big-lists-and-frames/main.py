import pickle
for n in (0, 1, 999, 1000, 1001, 2000, 30000):
    d = pickle.dumps(list(range(n)))
    print(n, len(d), pickle.loads(d) == list(range(n)))
for n in (999, 1001, 5000):
    v = {str(i): i for i in range(n)}
    print(n, len(pickle.dumps(v)), pickle.loads(pickle.dumps(v)) == v)
for n in (65000, 65536, 200000):
    print(len(pickle.dumps('x' * n)), len(pickle.dumps(b'x' * n)), len(pickle.dumps(['x' * n, 'y'])))
print(len(pickle.dumps(set(range(3000)))))
