class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __index__(self): return 2
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __divmod__(self, o): return "divmod"
    def __rdivmod__(self, o): return "rdivmod"
    def __pow__(self, e, m=None): return ("pow", e, m)
    def __rpow__(self, b): return ("rpow", b)
import math
u = U()
print(-u, +u, ~u, abs(u), [10, 20, 30][u], int(u), float(u), complex(u), round(u), round(u, 2))
print(math.trunc(u), math.floor(u), math.ceil(u), divmod(u, 1), divmod(1, u), u ** 2, pow(u, 2, 5), 2 ** u)
print(range(u), "abcd"[u:], hex(u), bin(u), chr(U.__index__(u) + 63), [1] * 2)
for f in (lambda: -object(), lambda: ~1.5, lambda: abs("x"), lambda: [1]["a"], lambda: [1][1.5]):
    try: f()
    except TypeError as e: print(e)
