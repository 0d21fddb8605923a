"""Bound methods, callables, functions as attributes."""
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, *args, **kw): return self.n + sum(args), kw
    def add(self, x): return self.n + x
    @classmethod
    def make(cls, n): return cls(n * 10)
    @staticmethod
    def plain(x): return x * 2


a = Adder(5)
print(a(1, 2, k=3), a.__call__(4), Adder.__call__(a, 6))
m = a.add
print(m(1), m.__self__ is a, m.__func__ is Adder.add, m.__name__, m == a.add, m is a.add, hash(m) == hash(a.add))
print(Adder.make(2).n, a.make(3).n, Adder.plain(4), a.plain(5))
a.own = lambda x: x + 100
print(a.own(1))
print(list(map(a.add, [1, 2, 3])), sorted([3, 1, 2], key=a.add))
print(callable(a), callable(1), callable(Adder), callable(len), callable(m), callable(lambda: 0))
print(Adder.add(a, 7))
print(Adder(1).add.__qualname__, Adder.make.__qualname__)


class Meta(type):
    def __call__(cls, *args):
        print('Meta call', cls.__name__, args)
        return super().__call__(*args)


class Made(metaclass=Meta):
    def __new__(cls, *args):
        print('new', args)
        return super().__new__(cls)
    def __init__(self, *args):
        print('init', args)


Made(1, 2)


class NotInit:
    def __new__(cls, *a):
        return 42
    def __init__(self):
        print('never')


print(NotInit(1, 2))


class BadInit:
    def __init__(self):
        return 3


try:
    BadInit()
except TypeError as e:
    print(e)


def f(): pass


f.attr = 1
f.other = [2]
print(f.attr, f.other, f.__dict__, f.__name__, f.__qualname__, f.__module__, f.__doc__)
f.__name__ = 'renamed'
f.__doc__ = 'text'
print(f.__name__, f.__doc__, f.__qualname__)
try:
    f.missing
except AttributeError as e:
    print(e)
del f.attr
print(hasattr(f, 'attr'))
