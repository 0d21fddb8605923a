import copy, pickle
for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('abc'), lambda: iter(range(2, 9, 3)), lambda: iter({1: 2, 3: 4}), lambda: iter({7, 8}),
             lambda: enumerate('ab', 5), lambda: zip([1, 2], [3, 4]), lambda: reversed([1, 2, 3]), lambda: iter(b'ab'), lambda: iter({'a': 1}.items())):
    it = make()
    next(it)
    twin = copy.copy(it)
    stored = pickle.loads(pickle.dumps(it))
    if type(it) not in (enumerate, zip):
        print(type(it).__name__, list(twin), end=' ')
    print(list(stored), list(it))
for odd in (iter([]), (x for x in ())):
    try:
        print(list(pickle.loads(pickle.dumps(odd))))
    except TypeError as e:
        print(e)
print(object().__reduce_ex__(2)[1:], (1).__reduce_ex__(4)[1])
class P:
    def __reduce__(self): return (P, ())
print(P().__reduce_ex__(2) == (P, ()))
