import pickle
for v in (0, 1, -1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**64, 10**40, 10**700, 0.0, -0.0, 1.5, 1e300, True, False, None):
    print(pickle.dumps(v)[:60], len(pickle.dumps(v)), pickle.loads(pickle.dumps(v)) == v)
