from functools import *
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 9), partial(int, base=2)("101"), partial(print, "a", sep="-")("b", "c"))
@lru_cache(maxsize=2)
def sq(x): print("computing", x); return x * x
print(sq(2), sq(2), sq(3), sq(4), sq(2), sq.cache_info()); sq.cache_clear(); print(sq.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info())
@singledispatch
def show(x): return f"obj {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"
print(show("s"), show(5), show(True), show([1]), show.dispatch(bool).__name__, show.registry.keys())
class C:
    def __init__(self): self.n = 0
    @cached_property
    def big(self): self.n += 1; return self.n * 100
    @singledispatchmethod
    def f(self, a): return "other"
    @f.register
    def _(self, a: str): return "str " + a
    pm = partialmethod(lambda self, a, b: (a, b), 1)
c = C(); print(c.big, c.big, c.n, c.f(1), c.f("x"), c.pm(2), c.__dict__)
p = partial(pow, 2); print(p(5), p.func is pow, p.args, p.keywords, repr(p)[:25])
def outer(): "doc"
@wraps(outer)
def inner(): pass
print(inner.__name__, inner.__doc__, inner.__wrapped__ is outer, sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
for f in (lambda: reduce(max, []), lambda: partial(5), lambda: sq([]), lambda: show()):
    try: print(f())
    except TypeError as e: print(e)
