def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e, type(e).__mro__[1].__name__)
class A:
    def __repr__(self): return f"A({self!r})"
try: repr(A())
except RecursionError as e: print("R", str(e)[:32])
def outer():
    def inner(x, *, y):
        z = x / y
        return z
    return inner(1, y=0)
def g():
    yield 1
    yield outer()
import functools
@functools.wraps(outer)
def w(*a): return sum(x for x in g() if x)
print([w for w in [1]])
rec2 = lambda n: rec2(n - 1) if n else w(n)
rec2(5)
