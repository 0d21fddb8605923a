from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    def describe(self): return f"{self.name} {self.area()}"
class Half(Shape):
    def area(self): return 1
class Full(Half):
    name = "full"
    @classmethod
    def make(cls): return cls()
for c in (Shape, Half):
    try: c()
    except TypeError as e: print(e)
print(Full.make().describe(), sorted(Shape.__abstractmethods__), Full.__abstractmethods__)
class One(ABC):
    @abstractmethod
    def f(self): return "base"
class Impl(One):
    def f(self): return "impl " + super().f()
print(Impl().f())
class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, c): return hasattr(c, "quack") or NotImplemented
class Q: quack = 1
print(isinstance(Q(), Duck), issubclass(int, Duck))
Duck.register(int)
print(isinstance(5, Duck), issubclass(bool, Duck))
