from enum import Enum, StrEnum, auto, member, nonmember, property as eprop
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def ratio(self): return round(self.mass / self.radius, 2)
print(Planet.EARTH.mass, Planet.MARS.ratio, Planet.EARTH.value, Planet((0.64, 3.39)))
class Day(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()[:3]
    MONDAY = auto()
    TUESDAY = auto()
print([d.value for d in Day])
class H(StrEnum):
    GET = auto()
    POST = "post!"
print(H.GET, H.GET == "get", H.POST.upper(), f"{H.GET:>5}", repr(H.POST))
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == "any" else None
print(M("any"))
try: M("none")
except ValueError as e: print(e)
Animal = Enum("Animal", "CAT DOG"); print(list(Animal), Animal.CAT.value, Animal.__name__)
E2 = Enum("E2", {"X": 10, "Y": 20}); print(E2.Y.value, E2(10))
class Mixed(int, Enum):
    LOW = 1
    HIGH = 10
print(Mixed.HIGH > 5, Mixed.LOW + 1, repr(Mixed.LOW), Mixed.LOW.name)
class Nest(Enum):
    A = 1
    helper = nonmember(5)
    @member
    def fn(): return 1
print(list(Nest)[0], Nest.helper, len(Nest))
class Weekday(Enum):
    MON = 1
    TUE = 2
    def next(self): return Weekday(self.value % 2 + 1)
print(Weekday.MON.next(), Weekday.TUE.next(), reversed(Weekday).__class__.__name__ != "", [w.name for w in reversed(Weekday)])
