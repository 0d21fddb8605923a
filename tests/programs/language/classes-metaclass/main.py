"""Metaclasses: __prepare__, __new__, __init__, __call__, keyword arguments, inheritance."""
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', mcs.__name__, name, [b.__name__ for b in bases], kw)
        return {'injected': 1}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        ns['added'] = 2
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k)
        return super().__call__(*a, **k)
    def meta_method(cls):
        return f'mm {cls.__name__}'
    @property
    def meta_prop(cls):
        return f'mp {cls.__name__}'
    def __iter__(cls):
        return iter([cls.__name__, 1])
    def __len__(cls): return 7
    def __contains__(cls, x): return x == 'in'
    def __getitem__(cls, k): return (cls.__name__, k)
    def __repr__(cls): return f'<Meta class {cls.__name__}>'
    def __getattr__(cls, name): return f'meta attr {name}'


class A(metaclass=Meta, flag=True):
    x = injected + 1
    def __init__(self, v): self.v = v


class B(A):
    pass


a = A(5)
b = B(6)
print(a.v, b.v, A.x, A.injected, A.added, B.added)
print(A.meta_method(), B.meta_prop, type(A).__name__, type(B).__name__)
print(list(A), len(A), 'in' in A, 'out' in A, A[3], A, A.whatever)
try:
    a.meta_method()
except AttributeError as e:
    print(e)
print(isinstance(A, Meta), isinstance(a, Meta), issubclass(Meta, type), isinstance(A, type))
X = type('X', (A,), {'y': 1})
print(type(X).__name__, X.y)
Y = Meta('Y', (), {})
print(Y)


class M1(type): pass
class M2(type): pass
class P(metaclass=M1): pass
class Q(metaclass=M2): pass


try:
    class R(P, Q): pass
except TypeError as e:
    print(e)


class M3(M1, M2): pass
class R(P, Q, metaclass=M3): pass


print(type(R).__name__)


def function_meta(name, bases, ns, **kw):
    return name, bases, sorted(k for k in ns if not k.startswith('__')), kw


class Odd(int, metaclass=function_meta, z=1):
    a = 1


print(Odd)


class Single(type):
    made = {}
    def __call__(cls, *args):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args)
        return cls.made[cls]


class Config(metaclass=Single):
    def __init__(self, v): self.v = v


print(Config(1) is Config(2), Config(3).v)
