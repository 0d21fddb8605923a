import functools
def plain(f):
    print("decorating", f.__name__)
    return f
def with_args(*a, **k):
    def deco(f):
        @functools.wraps(f)
        def w(*args): return a, k, f(*args)
        return w
    return deco
class ClassDeco:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a), self.n
@plain
@with_args(1, x=2)
def f(v):
    "docs"
    return v * 2
print(f(4), f.__name__, f.__doc__, f.__wrapped__(3))
@ClassDeco
def g(x): return x
print(g(1), g(2))
def add_repr(cls):
    cls.__repr__ = lambda self: f"<{cls.__name__} {vars(self)}>"
    return cls
@add_repr
class P:
    def __init__(self): self.a = 1
print(P())
registry = {}
def register(name): return lambda f: registry.setdefault(name, f)
@register("one")
def one(): return 1
print(registry["one"]() , [d for d in registry])
decos = [lambda f: lambda: f() + 1, lambda f: lambda: f() * 2]
@decos[0]
@decos[1]
def h(): return 5
print(h())
@(lambda f: "replaced")
def gone(): pass
print(gone)
@property
def notinclass(self): return 1
print(type(notinclass).__name__)
