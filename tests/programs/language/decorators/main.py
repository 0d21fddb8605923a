"""Decorators on functions, methods, classes; order; arguments; stacking."""
def tag(name):
    print('make', name)
    def deco(f):
        print('apply', name, getattr(f, '__name__', type(f).__name__))
        def wrapper(*a, **k):
            return f'{name}({f(*a, **k)})'
        wrapper.__name__ = f.__name__
        return wrapper
    return deco
@tag('outer')
@tag('inner')
def f(x): return x
print(f(1), f.__name__)
class C:
    @tag('m')
    def method(self, x): return x
    @classmethod
    @tag('cm')
    def cm(cls): return cls.__name__
    @staticmethod
    @tag('sm')
    def sm(): return 's'
    @property
    @tag('p')
    def prop(self): return 'prop'
print(C().method(2), C.cm(), C.sm(), C().prop)
def cls_deco(cls):
    cls.added = lambda self: 'added'
    return cls
@cls_deco
class D: pass
print(D().added())
@lambda c: c.__name__
class E: pass
print(E)
class Counter:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a), self.n
    def __get__(self, o, t=None): return lambda *a: self(o, *a)
@Counter
def g(x): return x
print(g(1), g(2), g.n)
class H:
    @Counter
    def m(self): return 'm'
print(H().m(), H().m())
registry = {}
def register(f): registry[f.__name__] = f; return f
@register
def one(): return 1
@register
def two(): return 2
print({k: v() for k, v in registry.items()})
decos = [tag('list')]
@decos[0]
def h(): return 'h'
print(h())
@(x := tag('walrus'))
def w(): return 'w'
print(w())
@5 .__add__
def five(): pass
