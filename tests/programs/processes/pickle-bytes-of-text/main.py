import pickle
for v in ('', 'a', 'abc', 'é', 'x' * 255, 'x' * 256, '\U0001f600', b'', b'a', b'abc', b'y' * 300, bytearray(b'ab')):
    d = pickle.dumps(v)
    print(d[:40], len(d), pickle.loads(d) == v)
