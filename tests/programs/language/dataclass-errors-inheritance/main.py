from dataclasses import dataclass, field
try:
    @dataclass
    class A:
        x: int = 0
        y: int
except TypeError as e: print(e)
try:
    @dataclass
    class B:
        l: list = []
except ValueError as e: print(e)
@dataclass
class Base:
    x: int
    y: int = 2
@dataclass
class D(Base):
    z: int = 3
    x: int = 10
print(D(), D(1, 2, 3), D.__mro__[1] is Base, Base(1) == D(1))
@dataclass
class Post:
    w: float
    area: float = field(init=False)
    def __post_init__(self): self.area = self.w ** 2
print(Post(3))
try:
    @dataclass(frozen=True)
    class F(Base): pass
except TypeError as e: print(e)
@dataclass
class Own:
    x: int
    def __repr__(self): return f"own {self.x}"
    def __eq__(self, o): return True
print(Own(1), Own(1) == Own(2))
@dataclass
class Rec:
    children: list = field(default_factory=list)
    name: str = "r"
r = Rec([Rec(name="c")]); print(r)
