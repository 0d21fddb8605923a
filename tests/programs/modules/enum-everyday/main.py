import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Colour(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @classmethod
    def default(cls):
        return cls.GREEN

    @property
    def pretty(self):
        return self.name.title()


print(Colour.RED, repr(Colour.RED), Colour(2), Colour['GREEN'], Colour.CRIMSON is Colour.RED, list(Colour), len(Colour), Colour.RED.value, Colour.RED.pretty, Colour.default(), Colour.RED in Colour, list(Colour.__members__), Colour.RED == 1, {Colour.RED: 'r'}[Colour.RED])


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Mode(StrEnum):
    READ = auto()
    WRITE = 'w'


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Level.LOW, Level.HIGH > 1, Level.LOW + 1, f'{Level.LOW}', repr(Level.LOW), sorted(Level), Mode.READ, f'{Mode.WRITE!r}', Mode.READ == 'read', Mode('w'), Mode.READ.upper())
print(Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.RW & Perm.W, ~Perm.R, Perm.R in Perm.RW, bool(Perm(0)), Perm(0), list(Perm.RW), Perm(5), Perm.R ^ Perm.RW, len(Perm.RW))


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(Planet.EARTH.mass, Planet((0.64, 3.39)), [p.name for p in Planet], Enum('Animal', 'CAT DOG')['DOG'].value, list(Enum('Z', {'a': 1})))


class Op(Enum):
    ADD = '+'

    def __call__(self, a, b):
        return a + b

    @classmethod
    def _missing_(cls, value):
        return cls.ADD if value == 'plus' else None


print(Op.ADD(1, 2), Op('plus'))
for f in (lambda: Colour(9), lambda: Colour['X'], lambda: setattr(Colour, 'RED', 5), lambda: Op('minus'), lambda: Colour.RED < Colour.GREEN, lambda: Perm(64), lambda: type('Sub', (Colour,), {}), lambda: delattr(Colour, 'RED'), lambda: Colour.NOPE):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
