from dataclasses import *
from enum import *
import enum
def t(f, *a, **k):
    try: print("->", f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
@dataclass
class A:
    x: int
    y: list = field(default_factory=list, repr=False)
    z: "str" = "q"

    def __post_init__(self): self.w = self.x * 2
print(A(1), A(1) == A(1), A(1) == 1, [f.name for f in fields(A)], asdict(A(2)), astuple(A(2)), replace(A(1), x=5))
t(A); t(A, 1, 2, 3, 4, 5); t(hash, A(1)); t(A, q=1); t(lambda: A(1) < A(2))
@dataclass(frozen=True, order=True, slots=True, kw_only=True)
class B:
    a: int
    b: float = 1.5
b = B(a=1); print(b, hash(b) == hash(B(a=1)), b < B(a=2), B.__slots__, B.__match_args__)
t(setattr, b, "a", 2); t(delattr, b, "a"); t(B, 1)
def bad():
    @dataclass
    class C:
        a: int = 1
        b: int
t(bad)
def bad2():
    @dataclass
    class C: a: list = []
t(bad2)
@dataclass
class D:
    a: InitVar[int]
    b: int = field(init=False, default=0)
    _: KW_ONLY = None
    k: int = 7
    def __post_init__(self, a): self.b = a
print(D(3), D.__doc__, is_dataclass(D), make_dataclass("M", [("x", int), ("y", int, 5)])(1))
class Color(Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    @property
    def hex(self): return f"#{self.value}"
    def __str__(self): return self.name.lower()
print(list(Color), Color.CRIMSON, repr(Color.RED), Color(2), Color["RED"], Color.RED.hex, Color.RED in Color, len(Color), Color.__members__)
t(Color, 9); t(lambda: Color["X"]); t(setattr, Color, "RED", 5); t(lambda: Color.RED < Color.GREEN); t(lambda: 1 in Color); t(lambda: Color.BLUE)
print(f"{Color.RED}", "%s" % Color.RED, format(Color.GREEN, ">8"))
class P(IntEnum): LOW = auto(); HIGH = auto()
print(P.LOW < 2, P.HIGH + 1, repr(P.HIGH), str(P.HIGH), f"{P.LOW}", sorted(P, reverse=True), P(1))
class F(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R | F.X, F.RW, ~F.R, F.RW & F.W, bool(F(0)), F(0), F(5), list(F.RW), F.R in F.RW, F.R ^ F.RW, len(F.RW))
t(F, 16)
class S(StrEnum): ONE = auto(); TWO = "2"
print(S.ONE, S.TWO == "2", S.ONE.upper(), repr(S.ONE))
class Planet(Enum):
    EARTH = (5.9, 6.3); MARS = (0.6, 3.4)
    def __init__(self, mass, r): self.mass = mass
print(Planet.EARTH.mass, Planet((0.6, 3.4)))
@unique
class U(Enum): A = 1
def bu():
    @unique
    class V(Enum): A = 1; B = 1
t(bu)
def bs():
    class W(Color): pass
t(bs)
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name * 2
    A = auto(); B = auto()
print(list(Auto), Enum("Dyn", "a b c").b, Enum("D2", {"x": 9})(9))
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A
print(M("zzz"), M.A.name, M.A.value, M.A._value_, hash(M.A) == hash("A"), type(M.A), M.A.__class__, isinstance(M.A, M))
class IF(IntFlag): A = 1; B = 2
print(IF(3), IF(8), repr(IF.A | 16), IF.A | IF.B, ~IF.A, IF.A + 1)
# descriptors/metaclasses
class Desc:
    def __set_name__(self, o, n): print("set_name", o.__name__, n); self.n = "_" + n
    def __get__(self, i, o=None): return self if i is None else getattr(i, self.n, None)
    def __set__(self, i, v):
        if v < 0: raise ValueError("neg")
        setattr(i, self.n, v)
    def __delete__(self, i): print("del"); delattr(i, self.n)
class H:
    a = Desc(); b = Desc()
h = H(); h.a = 3; print(h.a, h.b, type(H.a), h.__dict__); del h.a; print(h.a); t(setattr, h, "a", -1)
class Meta(type):
    def __new__(m, n, b, d, **k): print("new", n, k); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
    @classmethod
    def __prepare__(m, n, b, **k): print("prep", n); return {}
    def __call__(c, *a): print("call"); return super().__call__(*a)
    def __getattr__(c, n): return "meta:" + n
    def __len__(c): return 7
    def __contains__(c, x): return x == 1
    def __iter__(c): return iter("xy")
    def __instancecheck__(c, o): return o == 5
class K(metaclass=Meta, opt=1): pass
print(K(), len(K), 1 in K, list(K), K.foo, isinstance(5, K)) if False else print(len(K), 1 in K, list(K), K.foo, isinstance(5, K), type(K))
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); cls.subs.append((cls.__name__, tag))
    def __class_getitem__(cls, i): return f"{cls.__name__}[{i}]"
class S1(Base, tag="x"): pass
print(Base.subs, Base[int], S1.__mro__, S1.__bases__)
t(lambda: type("X", (Base,), {}, foo=1))
t(lambda: type("Y", (int, str), {}))
class X1: pass
class Y1(X1): pass
t(lambda: type("Z", (X1, Y1), {}))
t(lambda: type("Z", (bool,), {}))
class Slot: __slots__ = ("a", "__weakref__")
s = Slot(); t(lambda: s.a); t(setattr, s, "b", 1); s.a = 1; print(Slot.a, hasattr(s, "__dict__"))
class Prop:
    @property
    def p(self): "doc"; return 1
t(setattr, Prop(), "p", 2); t(delattr, Prop(), "p"); print(Prop.p.__doc__, Prop.p.fset)
from abc import ABC, abstractmethod
class Ab(ABC):
    @abstractmethod
    def one(self): ...
    @property
    @abstractmethod
    def two(self): ...
t(Ab)
class Ab1(Ab):
    def one(self): pass
t(Ab1)
import functools
class CP:
    @functools.cached_property
    def v(self): print("computed"); return 5
    @functools.singledispatchmethod
    def d(self, x): return "obj"
    @d.register
    def _(self, x: int): return "int"
    @staticmethod
    def st(): return "st"
c = CP(); print(c.v, c.v, c.d(1), c.d("a"), c.st(), CP.st(), CP.__dict__["st"])
