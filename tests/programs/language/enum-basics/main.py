from enum import Enum, auto, unique, IntEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1
    def describe(self): return f"{self.name}={self.value}"
    @classmethod
    def default(cls): return cls.RED
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.describe(), Color.default())
print(Color.RED == 1, Color.RED is Color(1), Color.RED in Color, {Color.RED: "r"}[Color.RED], Color.__members__.keys(), isinstance(Color.RED, Color), Color.RED != Color.GREEN, hash(Color.RED) == hash(Color.RED))
for f in (lambda: Color(9), lambda: Color["PINK"], lambda: setattr(Color, "RED", 5), lambda: Color.PINK, lambda: Color.RED < Color.GREEN, lambda: Color.RED.nope, lambda: setattr(Color.RED, "value", 3), lambda: Color()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try:
    class Sub(Color): pass
except TypeError as e: print(e)
try:
    class Dup(Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
class N(IntEnum):
    ONE = 1
    TWO = 2
print(N.ONE + 1, N.TWO > N.ONE, sorted([N.TWO, N.ONE]), N.ONE == 1, str(N.ONE), f"{N.TWO}", [10, 20, 30][N.ONE], max(N))
