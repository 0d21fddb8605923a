print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a"])), list(filter(str.isupper, "aBC")), list(zip([1, 2], "ab", (True, False))), list(enumerate("ab", start=5)), list(reversed([1, 2, 3])), sorted("cab"), all([]), any([]), all([1, 0]), any([0, 1]), list(zip()), list(zip(*[(1, 2), (3, 4)])))
it = iter([1, 2]); print(next(it), next(it), next(it, "end"))
x = iter(range(3)); print(list(zip(x, x)), list(iter(lambda l=[3, 2, 1, 0]: l.pop(), 3)))
for f in (lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: next(iter([])), lambda: next([]), lambda: iter(5), lambda: list(map(1, [1])), lambda: map(), lambda: reversed({1}), lambda: reversed(x for x in []), lambda: enumerate(5), lambda: list(filter(5, [1])), lambda: zip(1), lambda: sorted(5), lambda: list(map(lambda a: a, [1], [2])), lambda: enumerate([1], "a"), lambda: any(5), lambda: iter(5, 1), lambda: map(len)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m = map(str, [1]); print(type(m).__name__, iter(m) is m, list(m), list(m)); print(type(zip()).__name__, type(enumerate([])).__name__, type(reversed([])).__name__, type(filter(None, [])).__name__)
print(next(zip("ab", [1])), list(reversed("abc")), list(reversed({"a": 1, "b": 2})), sorted({"b": 1, "a": 2}), sorted([3, 1], reverse=True), list(reversed(range(3))))
