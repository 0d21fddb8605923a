def f(*args, **kw): return args, kw
print(f(*[1, 2], *(3,), **{"a": 1}, **{"b": 2}), [*range(3), *"ab"], {*[1], *{2}}, {**{"a": 1}, **{"a": 2}}, (*[], *[1]), f(*"ab", 1, x=2, **{"y": 3}))
a, (b, *c), *d = 1, (2, 3, 4), 5, 6; print(a, b, c, d)
for i, (x, *y) in enumerate([(1, 2, 3), "ab"]): print(i, x, y)
[m, n], o = (1, 2), 3; print(m, n, o); *p, = range(3); print(p); (q) = 5; print(q)
d = {"k": 1}; d["x"], d["y"] = 2, 3; print(d); l = [0, 0]; l[0], l[1] = l[1] + 1, l[0] + 2; print(l)
i = 0; i, l[i] = 1, 9; print(i, l); x = y = z = []; x.append(1); print(y, z is x)
head, *tail = "hello"; print(head, tail); first, *_, last = range(10); print(first, last); (a, b), c = "xy", "z"; print(a, b, c)
for bad in ("f(**{1: 2})", "f(*5)", "f(**5)", "f(a=1, **{'a': 2})", "{**5}", "[*5]", "a, b = {1}", "(a, b), c = 1, 2", "*a, b = []"):
    try: exec(bad)
    except (TypeError, ValueError) as e: print(bad, "->", type(e).__name__, str(e).replace("__main__.", ""))
