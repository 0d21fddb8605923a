from dataclasses import dataclass, field, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass
@dataclass(frozen=True, order=True)
class V:
    major: int
    minor: int = 0
a = V(1, 2)
print(a < V(1, 3), sorted([V(2), V(1)]), hash(a) == hash(V(1, 2)), {a: 1}[V(1, 2)], max(V(1), V(0, 9)))
for f in (lambda: setattr(a, "major", 5), lambda: delattr(a, "minor"), lambda: a < 3):
    try: f()
    except (FrozenInstanceError, TypeError) as e: print(type(e).__name__, e)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 2
    c: InitVar[int] = 3
    def __post_init__(self, c): self.total = self.a + self.b + c
print(K(1), K(1, b=5, c=1).total)
try: K(1, 2)
except TypeError as e: print(e)
@dataclass(slots=True)
class S:
    n: int = 1
s = S()
try: s.zzz = 1
except AttributeError as e: print(e)
print(s, S.__slots__)
@dataclass(eq=False, repr=False)
class N: x: int = 0
print(N() == N(), hash(N()) is not None)
@dataclass(kw_only=True)
class W: p: int; q: int = 0
print(W(p=1))
C = make_dataclass("C", ["x", ("y", int), ("z", int, 5)]); print(C(1, 2))
