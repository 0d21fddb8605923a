"""Calling: defaults, keywords, stars, positional-only, errors."""
def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(f(1, c=3), f(1, 5, 6, 7, c=8, z=9), f(*[1, 2, 3], **{"c": 4, "e": 5}), f(c=1, a=0))


def positional(a, b, /, c, *, d):
    return a, b, c, d


print(positional(1, 2, 3, d=4), positional(1, 2, c=3, d=4))


def mutable(item, into=[]):
    into.append(item)
    return into


print(mutable(1), mutable(2), mutable(3, []), mutable.__defaults__)


def nothing():
    pass


print(nothing(), (lambda: None)(), (lambda *a, **k: (a, k))(1, x=2))


def documented(a: int, b: "text" = "x") -> bool:
    """What it is for."""
    return True


print(documented.__name__, documented.__doc__, documented.__annotations__, documented.__qualname__)
documented.note = "attached"
print(documented.note, callable(documented), callable(3), documented.__module__)


def recursive(n):
    return 1 if n < 2 else n * recursive(n - 1)


print(recursive(20), list(map(recursive, range(6))))


def gather(*args, sep=" ", **options):
    return sep.join(map(str, args)) + str(sorted(options.items()))


print(gather(), gather(1, 2), gather(1, 2, sep="-"), gather(*"abc", *[1], **{"k": 1}, j=2))
calls = []


def trace(name):
    calls.append(name)
    return name


def order(a, b, c=None):
    return a, b, c


order(trace("a"), trace("b"), c=trace("c"))
x = [trace("left"), trace("right")]
d = {trace("key"): trace("value")}
print(calls)
for bad in ("f()", "f(1)", "f(1, 2, c=3, a=4)", "positional(1, 2, 3, 4)", "positional(a=1, b=2, c=3, d=4)",
            "recursive()", "recursive(1, 2)", "recursive(n=1, m=2)", "nothing(1)", "nothing(x=1)", "3()", "order(1)",
            "order(*5)", "order(**{1: 2})", "f(1, c=2, **{'c': 3})", "len()", "len(1, 2)", "len(5)"):
    try:
        print(eval(bad))
    except TypeError as error:
        print(bad, "->", error)
