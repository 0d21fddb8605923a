class Field:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, v):
        if not isinstance(v, self.type): raise TypeError(f"{self.name} must be {self.type.__name__}, not {type(v).__name__}")
        obj.__dict__[self.name] = v
    def __delete__(self, obj): del obj.__dict__[self.name]
class Int(Field): type = int; default = 0
class Str(Field): type = str; default = ""
class ModelMeta(type):
    registry = {}
    @classmethod
    def __prepare__(mcs, name, bases, **kw): print("prepare", name, kw); return {}
    def __new__(mcs, name, bases, ns, table=None, **kw):
        cls = super().__new__(mcs, name, bases, ns, **kw)
        cls._table = table or name.lower()
        mcs.registry[name] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns); cls._fields = [k for k, v in ns.items() if isinstance(v, Field)]
    def __call__(cls, *a, **k): print("creating", cls.__name__); return super().__call__(*a, **k)
    def __iter__(cls): return iter(cls._fields)
    def __len__(cls): return len(cls._fields)
    def __repr__(cls): return f"<Model {cls.__name__}>"
    def __contains__(cls, x): return x in cls._fields
    def __getattr__(cls, n): return f"dyn-{n}" if n.startswith("q_") else super().__getattribute__(n)
class Model(metaclass=ModelMeta):
    def __init__(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
    def __init_subclass__(cls, /, abstract=False, **kw): super().__init_subclass__(**kw); cls.abstract = abstract; print("sub", cls.__name__)
class User(Model, table="people"):
    name = Str(); age = Int()
    def __repr__(self): return f"User({self.name!r}, {self.age})"
u = User(name="Ann", age=3)
print(u, User, list(User), len(User), "age" in User, User._table, ModelMeta.registry, User.q_x)
u.age += 1; print(u.age); del u.age; print(u.age)
try: u.age = "x"
except TypeError as e: print(e)
try: User.zzz
except AttributeError as e: print(e)
try: u.zzz
except AttributeError as e: print(e)
print(type(User), type(type(User)), User.__mro__, isinstance(User, ModelMeta), issubclass(ModelMeta, type))
class A:
    def __getattr__(self, n):
        if n.startswith("get_"): return lambda: n[4:]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {n!r}")
    def __getattribute__(self, n):
        if n == "secret": return 42
        return super().__getattribute__(n)
    def __setattr__(self, n, v): print("set", n); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
    def __dir__(self): return ["b", "a"]
a = A(); a.x = 1; print(a.x, a.get_foo(), a.secret, dir(a), vars(a)); del a.x
try: a.nope
except AttributeError as e: print(e)
X = type("X", (A,), {"y": 5, "__doc__": "dyn", "m": lambda self: self.y})
print(X().m(), X.__doc__, X.__name__, X.__module__, X.__qualname__, X.__bases__)
class B(A): pass
class C(A): pass
class D(B, C): pass
print([k.__name__ for k in D.__mro__])
try:
    class E(A, B): pass
except TypeError as e: print(e)
try:
    class M1(type): pass
    class M2(type): pass
    class P(metaclass=M1): pass
    class Q(metaclass=M2): pass
    class R(P, Q): pass
except TypeError as e: print(e)
class S:
    __slots__ = ("a", "b")
s = S(); s.a = 1
try: s.c = 2
except AttributeError as e: print(e)
try: s.b
except AttributeError as e: print(e)
try: s.__dict__
except AttributeError as e: print(e)
print(S.a, S.__slots__)
class V:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
    def __init__(self): self.__hidden = 1
    def __format__(self, spec): return f"<{spec}>"
    def __bool__(self): return False
    def __index__(self): return 3
    def __missing__(self): pass
print(V[int], V()._V__hidden, f"{V():>abc}", bool(V()), [1,2,3,4][V()], hex(V()), range(V()))
class Meta2(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class W(metaclass=Meta2): pass
print(isinstance(5, W), isinstance(6, W), issubclass(int, W), issubclass(str, W))
print(V().__hidden)
