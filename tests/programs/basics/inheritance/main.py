"""Inheritance: super, the method resolution order, mixins, abstract classes."""
from abc import ABC, abstractmethod


class Base:
    def __init__(self, name):
        self.name = name
        print("Base.__init__", name)

    def hello(self):
        return "hello from Base"

    def __str__(self):
        return f"<{self.name}>"


class Left(Base):
    def __init__(self, name):
        print("Left.__init__")
        super().__init__(name + "L")

    def hello(self):
        return "Left, then " + super().hello()


class Right(Base):
    def __init__(self, name):
        print("Right.__init__")
        super().__init__(name + "R")

    def hello(self):
        return "Right, then " + super().hello()


class Both(Left, Right):
    def hello(self):
        return "Both, then " + super().hello()


b = Both("x")
print(b, b.hello())
print([c.__name__ for c in Both.__mro__], issubclass(Both, Base), isinstance(b, (int, Right)), issubclass(Left, Right))
print(Left.hello(b), super(Left, b).hello(), Base.hello(b))


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    def describe(self):
        return f"{type(self).__name__} of area {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


print(Square(3).describe())
try:
    Shape()
except TypeError as error:
    print("TypeError:", error)


class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __repr__(self):
        return "Stack" + super().__repr__()


s = Stack([1]).push(2)
print(s, len(s), s[0], s + [3], isinstance(s, list), sum(s), Stack() == [])


class Default(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


d = Default(a=1)
print(d["a"], d["b"], d, d.get("c"))


class Celsius(float):
    def __str__(self):
        return f"{float(self)}°"


print(Celsius(21.5), Celsius(1) + 1, Celsius(2) > 1)


class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())


print(Upper("abc"), Upper("abc") == "ABC", len(Upper("ab")), type(Upper("a")).__name__)


class Plugin:
    found = []

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.found.append((cls.__name__, tag))


class A(Plugin, tag="a"):
    pass


class B(A):
    pass


print(Plugin.found, [c.__name__ for c in Plugin.__subclasses__()])
try:
    class Broken(Base, Left):
        pass
except TypeError as error:
    print("TypeError:", error)


class Meta(type):
    def __new__(mcs, name, bases, namespace):
        namespace["made_by"] = mcs.__name__
        return super().__new__(mcs, name, bases, namespace)

    def __call__(cls, *args):
        print("calling", cls.__name__)
        return super().__call__(*args)


class WithMeta(metaclass=Meta):
    def __init__(self, n):
        self.n = n


w = WithMeta(3)
print(w.n, w.made_by, type(WithMeta).__name__)
