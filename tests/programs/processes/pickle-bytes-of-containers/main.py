import pickle
a = [1, 2]
for v in ([], [1], a, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), {}, {'k': 1}, {'k': 1, 'l': 2}, set(), {5}, frozenset(), frozenset({7}), [a, a], {'a': a, 'b': a}, [(), ()], [[]]):
    print(pickle.dumps(v))
