def f(a, b, /, c, d, *, e, f): return (a, b, c, d, e, f)
print(f(1, 2, 3, d=4, e=5, f=6))
def g(name, /, **kw): return name, kw
print(g("x", name="y"))
def h(a=1, /, b=2, *, c=3): return a, b, c
print(h(), h(5), h(5, 6), h(5, b=7, c=8))
k = lambda x, /, y=2, *z, w: (x, y, z, w)
print(k(1, w=0), k(1, 3, 4, 5, w=6))
try: f(a=1, b=2, c=3, d=4, e=5, f=6)
except TypeError as e: print(e)
try: h(a=3)
except TypeError as e: print(e)
