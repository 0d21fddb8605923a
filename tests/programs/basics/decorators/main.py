"""Decorators: plain, with arguments, stacked, on classes, keeping names."""
import functools


def announce(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("->", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("<-", result)
        return result
    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


@announce
def add(a, b=1):
    """Adds."""
    return a + b


@repeat(3)
@announce
def greet(name):
    return f"hi {name}"


print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__(5))
print(greet("Bo"))


class CountCalls:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@CountCalls
def square(x):
    return x * x


print(square(3), square(4), square.calls)


def register(registry):
    def decorate(cls):
        registry[cls.__name__] = cls
        cls.registered = True
        return cls
    return decorate


registry = {}


@register(registry)
class Plugin:
    pass


print(list(registry), Plugin.registered)
cache = {}


def memo(f):
    def inner(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return inner


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(cache))


@functools.lru_cache(maxsize=None)
def slow(n):
    print("computing", n)
    return n * 2


print(slow(2), slow(2), slow(3), slow.cache_info().hits)
order = []


def mark(name):
    order.append("make " + name)

    def decorate(f):
        order.append("apply " + name)
        return f
    return decorate


@mark("outer")
@mark("inner")
def g():
    pass


print(order)


class Methods:
    def __init__(self):
        self.log = []

    def logged(f):
        def inner(self, *args):
            self.log.append(f.__name__)
            return f(self, *args)
        return inner

    @logged
    def one(self):
        return 1

    @logged
    def two(self, x):
        return x * 2


m = Methods()
print(m.one(), m.two(4), m.log)
