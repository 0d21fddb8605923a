class Meta(type):
    registry = []
    def __new__(m, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        Meta.registry.append(name)
    def __call__(cls, *a):
        print("calling", cls.__name__)
        return super().__call__(*a)
    def __len__(cls): return 42
    def __getattr__(cls, name): return f"meta {name}"
    def __repr__(cls): return f"<C {cls.__name__}>"
    @property
    def shout(cls): return cls.__name__.upper()
class A(metaclass=Meta, flag=1):
    x = 1
class B(A):
    def f(self): pass
print(Meta.registry, len(A), A.nothing, B, A.shout, type(B) is Meta)
a = A()
try: a.nothing
except AttributeError as e: print(e)
print(isinstance(A, Meta), isinstance(A, type), Meta.__mro__)
D = Meta("D", (A,), {"y": 2}); print(D.y, D)
