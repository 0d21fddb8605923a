t = (1, 2, 3, 2)
print(t.count(2), t.index(3), t.index(2, 2), t + (4,), t * 2, t[1:], t[::-1], 2 in t, len(t), (), (1,), tuple("ab"), tuple([1]), hash(t) == hash((1, 2, 3, 2)), t < (1, 3), max(t))
a = (1, [2]); a[1].append(3); print(a, (1, 2) == (1.0, 2.0), () < (0,), ((1, 2), 3)[0][1])
x, y = y, x = 1, 2; print(x, y)
for f in (lambda: t.index(9), lambda: t[9], lambda: t.__setitem__(0, 1) if hasattr(t, "__setitem__") else exec("t[0] = 1", {"t": t}), lambda: exec("del t[0]", {"t": t}), lambda: t + [1], lambda: t < 5, lambda: hash((1, [])), lambda: t.append(1), lambda: tuple(1), lambda: t["a"]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
