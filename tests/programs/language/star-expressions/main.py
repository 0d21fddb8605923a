a, *b = 1, 2, 3
*a2, b2 = "xyz"
c, *d, e = range(2)
print(a, b, a2, b2, c, d, e)
(f, [g, *h]), i = (1, [2, 3, 4]), 5
print(f, g, h, i)
for k, *v in [(1, 2, 3), (4,)]: print(k, v)
print(*[1, 2], *"ab", sep="-")
def fn(*args, **kw): return args, kw
print(fn(*[1], 2, *(3, 4), x=1, **{"y": 2}, **{"z": 3}))
for bad in ("a, b = 1", "a, b = [1]", "a, b = [1, 2, 3]", "a, *b, c = [1]", "a, b = {}", "a, b = 'x'"):
    try: exec(bad)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
x = *[1, 2], 3
print(x)
def ret(): return *range(2), 9
print(ret())
[p, q] = (r, s) = [1, 2]
print(p, q, r, s)
