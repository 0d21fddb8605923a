def f(a, acc=[]):
    acc.append(a)
    return acc
print(f(1), f(2), f(3, []), f(4))
print(f.__defaults__)
i = 5
def g(x=i): return x
i = 6
print(g())
def h(*args, sep="-", **kw): return sep.join(map(str, args)), kw
print(h(1, 2, 3), h(1, sep="+", z=1), h(*"ab", **{"k": 2}))
print(h.__kwdefaults__, h.__name__, h.__qualname__, h.__doc__)
f.__defaults__ = (100,)
print(f.__defaults__)
h.__kwdefaults__ = {"sep": "*"}
print(h(1, 2))
