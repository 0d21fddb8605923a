l = [3, 1, 2]; l.sort(reverse=True); l.insert(1, 9); l.extend("ab"); print(l, l.pop(0), l.remove(9), l, l.index("a"), l.count(1), l.copy(), l.reverse(), l)
l[1:2] = [7, 8, 9]; print(l); l[::2] = "xyz"; print(l); del l[::2]; print(l); l *= 2; print(l); l[:] = []; print(l)
a, *b, c = range(6); print(a, b, c); (x, (y, *z)), w = (1, "abc"), 2; print(x, y, z, w); [p, q] = {1: 2, 3: 4}; print(p, q); i = j = k = 0; i, j = j, i + 1; print(i, j)
d = {"b": 1, "a": 2}; d["c"] = 3; d.setdefault("d", []).append(1); print(d, list(d), d.items(), d.keys() & {"a", "z"}, d.pop("b"), d.pop("zz", None), d.popitem(), d | {"a": 0}, {**d, "q": 1}, dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0), list(reversed(d)), sorted(d.items(), key=lambda kv: -kv[1]), d.get("nope"), "a" in d, d == {"c": 3, "a": 2}, max(d, key=d.get), {v: k for k, v in d.items()})
d |= [("z", 26)]; print(d, len(d), d.update({"z": 1}, y=2), d, d.clear(), d)
s = {3, 1, 2}; s.add(5); s.discard(9); print(s, s | {9}, s & {1, 5}, s - {1}, s ^ {1, 100}, s <= {1, 2, 3, 5}, s.isdisjoint({7}), frozenset(s), s.union([1], [44]), s.issubset(range(10)), {frozenset({1}): 1}, set("hello") == set("olleh"), s.symmetric_difference_update({1}), s)
print(list(range(10, 0, -3)), range(5)[1:3], range(0, 10, 2) == range(0, 9, 2), 4 in range(0, 10, 2), range(10).index(3), len(range(0, -5)), range(3), list(reversed(range(3))), hash(range(3)) == hash(range(0, 3)), range(1, 2, 3))
t = (1, 2, 3); print(t + (4,), t * 2, t[1:], t.count(1), t.index(3), (1,), (), tuple("ab"), t < (1, 3), hash(t) == hash((1, 2, 3)), 2 in t, max(t), sorted(t, reverse=True), sum(t, 10), min(t, key=lambda x: -x), (1, 2) == [1, 2])
print([[0] * 3 for _ in range(2)], [i * j for i in range(3) for j in range(i)], {x % 3 for x in range(10)}, [x if x % 2 else -x for x in range(5)], [(a, b) for a in "xy" for b in (1, 2) if b > 1], list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab", 1)), list(zip([1, 2], "ab", (True, False))), any([]), all([]), sorted(["bb", "a", "ccc"], key=len), sorted("Bad", key=str.lower), list(zip(*[(1, 2), (3, 4)])), [*range(3), *"ab"], next(iter([]), "default"), list(iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)))
m = [[1, 2], [3, 4]]; mm = m[:]; mm[0].append(9); print(m, mm is m, mm == m); b = [[]] * 3; b[0].append(1); print(b)
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{"d": 1, "c": 9}), f(1, d=1, **{"a": 5}))
def g(x, acc=[]): acc.append(x); return acc
print(g(1), g(2), g.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__name__, g.__code__.co_argcount)
fs = [lambda: i for i in range(3)]; print([h() for h in fs], [h() for h in [lambda i=i: i for i in range(3)]])
def counter():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    return inc
c1, c2 = counter(), counter(); print(c1(), c1(), c2(), c1.__closure__[0].cell_contents)
print((lambda *a, **k: (a, k))(1, 2, x=3), [y := 5, y ** 2], (n := 10) > 5, n, print(print), bool([]), None is None, 1 < 2 < 3 > 2, not 1 == 2, 1 if [] else 2, [] or "x", 0 and 1, 1 and 2 or 3)
x = 5
def sc():
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 1
sc(); del x
try: x
except NameError as e: print(e)
for i in range(3):
    if i == 5: break
else: print("no break", i)
while True:
    try: i += 1
    finally:
        if i > 4: break
print(i, [1, 2, 3][-1], "abc"[-3], [1, 2, 3, 4][-3:-1], [1, 2][10:], [].__len__(), (1).__add__(2), "a".__class__, [1, 2] < [1, 3], [1, 2] == (1, 2), 1 == 1.0 == True, {1: "a", 1.0: "b", True: "c"}, {True, 1}, "1" == 1, id(None) == id(None), type(...), NotImplemented, Ellipsis)
import sys; print(sys.getsizeof([]) > 0, sys.getrecursionlimit(), type(sys.modules), sys.intern("a"), sys.float_info.epsilon, sys.int_info[:2], sys.hash_info.modulus)
for k in {"a": 1}: d2 = {"a": 1}
try:
    for k in d2: d2["b"] = 1
except RuntimeError as e: print(e)
try:
    ss = {1, 2}
    for k in ss: ss.add(k + 10)
except RuntimeError as e: print(e)
ll = [1, 2, 3, 4]
for v in ll: ll.remove(v)
print(ll)
a, b = 1, 2, 3
