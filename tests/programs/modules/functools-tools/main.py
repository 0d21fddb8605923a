import functools

calls = []


@functools.lru_cache(maxsize=2)
def square(x):
    calls.append(x)
    return x * x


print(square(2), square(2), square(3), square(4), square(2), calls, square.cache_info(), square.__wrapped__(5), square.cache_parameters())
square.cache_clear()
print(square.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().misses)


@functools.total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(V(1) <= V(2), V(2) > V(1), V(1) >= V(1), sorted(['bb', 'a', 'ccc'], key=functools.cmp_to_key(lambda a, b: len(b) - len(a))))


def deco(f):
    @functools.wraps(f)
    def inner(*args):
        """inner doc"""
        return f(*args)
    return inner


@deco
def named(a: int) -> str:
    """the doc"""
    return str(a)


print(named.__name__, named.__doc__, named.__wrapped__.__name__, named.__annotations__, named(3))
p = functools.partial(int, base=2)
print(p('101'), p.func, p.args, p.keywords, functools.partial(max, 5)(3, 9), functools.reduce(lambda a, b: a + b, [[1], [2]], []))
for f in (lambda: functools.reduce(max, []), lambda: square([]), lambda: functools.partial(5), lambda: functools.lru_cache('x'), lambda: functools.total_ordering(type('T', (), {}))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
