from enum import Enum, IntEnum, Flag, auto, IntFlag, StrEnum, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    @property
    def low(self): return self.name.lower()
    def __str__(self): return f'C:{self.name}'
print(Color.RED, repr(Color.RED), Color(2), Color['GREEN'], list(Color), Color.CRIMSON is Color.RED, Color.RED.low, Color.RED.value, len(Color), Color.RED in Color, isinstance(Color.RED, Color), Color.__members__.keys(), {Color.RED: 1}[Color.RED])
try: Color(9)
except ValueError as e: print(e)
class S(Enum):
    A = auto()
    B = auto()
print(S.A, S.B.value, [s.name for s in S], S.A == S.A, S.A != S.B, type(S.A))
class N(IntEnum):
    X = 1
    Y = 2
print(N.X + 1, N.X < N.Y, N.Y == 2, N.X, repr(N.X), sorted([N.Y, N.X]), f'{N.X}')
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
p = P.R | P.W
print(p, repr(p), P.R in p, p & P.R, ~P.R, bool(p & P.X), [x.name for x in p], P(3) is p)
class T(StrEnum):
    A = auto()
    B = 'bee'
print(T.A, repr(T.B), T.B == 'bee', T('a'))
class Planet(Enum):
    E = (1, 2)
    M = (3, 4)
    def __init__(self, a, b): self.a = a; self.b = b
print(Planet.E.a, Planet.M.b, Planet.E)
A = Enum('A', 'x y z'); print(list(A))
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
@dataclass
class Pt:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    def norm(self): return self.x ** 2 + self.y ** 2
p = Pt(1, 2); q = Pt(1, y=2)
print(p, p == q, p.norm(), asdict(p), astuple(p), replace(p, x=5), [f.name for f in fields(p)])
try: Pt()
except TypeError as e: print(e)
p.tags.append(1); print(q.tags)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'z'
print(F(1) < F(2), hash(F(1)) == hash(F(1)), {F(1): 2}, sorted([F(2), F(1)]))
try: F(1).a = 4
except FrozenInstanceError as e: print(e)
@dataclass
class Sub(Pt):
    z: int = field(default=9, repr=False, kw_only=True)
    def __post_init__(self): self.sum = self.x + self.z
s = Sub(1, z=3); print(s, s.sum, s.z)
@dataclass(slots=True)
class Sl:
    a: int
    b: int = 2
sl = Sl(1); print(sl, sl.b)
try: sl.c = 1
except AttributeError as e: print('attr')
match p:
    case Pt(1, yy): print('matched', yy)
import json
print(json.dumps({'a': [1, 2.5, None, True, 'x"\n\u00e9'], 'b': {}}), json.dumps([1, {'k': []}], indent=2), json.dumps({'b': 1, 'a': 2}, sort_keys=True, separators=(',', ':')))
print(json.loads('{"a": [1, -2.5e3, null, true, "\\u00e9\\n"], "b": {}}'), json.loads(' [1, 2] '))
for bad in ['{"a" 1}', '[1,', 'nope', '{"a": 1} x', '"abc']:
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(e)
try: json.dumps({1, 2})
except TypeError as e: print(e)
import textwrap, statistics, pprint
print(textwrap.dedent('   a\n     b\n   c'), textwrap.fill('the quick brown fox jumps over the lazy dog', 16), textwrap.indent('a\nb', '> '), textwrap.shorten('hello big wide world', 12))
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.stdev([1, 2, 3, 4]), statistics.pstdev([1.5, 2.5, 4]), statistics.mode('aab'), statistics.variance([1, 2, 4]), statistics.fmean([1, 2]), statistics.mean([1.5, 2.5]), statistics.quantiles([1, 2, 3, 4, 5]))
pprint.pprint({'b': list(range(30)), 'a': {'x': 'y' * 50, 'z': (1, 2)}}); pprint.pprint([1, 2])
from typing import List, Dict, Optional, NamedTuple, TypedDict, Protocol, Generic, TypeVar, Any, Callable, Union, Tuple
T = TypeVar('T')
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
st: Stack[int] = Stack[int](); st.push(1); print(st.items, Optional[int], List[int], Dict[str, Any], Union[int, str], Callable[[int], str], Tuple[int, ...])
class Emp(NamedTuple):
    name: str
    id: int = 3
    def hi(self): return 'hi ' + self.name
e = Emp('Bob'); print(e, e.hi(), e.id, e._asdict())
class TD(TypedDict):
    a: int
print(TD(a=1))
class Shape(Protocol):
    def area(self) -> float: ...
class Sq:
    def area(self): return 1.0
print(Sq().area())
