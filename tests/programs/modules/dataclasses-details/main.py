from dataclasses import *
from typing import ClassVar, List, Optional
@dataclass
class C:
    x: int
    y: List[int] = field(default_factory=list)
    z: ClassVar[int] = 3
    w: str = field(default='a', kw_only=True)
print(C.__doc__, C(1), C(1) == C(1), fields(C)[0].name, C.z)
@dataclass(frozen=True)
class H:
    a: int = 1
print(hash(H()) == hash((1,)), hash(H(2)) == hash((2,)))
class D:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, i, owner=None): return 100 if i is None else getattr(i, self.name, 5)
    def __set__(self, i, v): setattr(i, self.name, v * 2)
@dataclass
class E:
    d: D = D()
print(E().d, E(7).d)
class B: q = 9
@dataclass
class S(B):
    q: int
print(S())
M = make_dataclass('M', ['a', ('b', int), ('c', int, field(default=3))], namespace={'tot': lambda s: s.b + s.c})
print(M(1, 2), M(1, 2).tot(), M.__doc__)
for f in (lambda: make_dataclass('M', ['a', 'a']), lambda: make_dataclass('M', ['for']), lambda: make_dataclass('M', ['1']), lambda: make_dataclass('M', [()])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
@dataclass(order=True)
class O:
    a: int
    b: Optional[int] = None
print(O(1) < O(2), O.__doc__, asdict(O(1)), astuple(O(1)), replace(O(1), a=5), O.__match_args__, is_dataclass(O))
