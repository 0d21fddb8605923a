class Desc:
    def __get__(self, obj, cls): return (obj, getattr(cls, '__name__', cls))
class C:
    @classmethod
    @property
    def name(cls): return cls.__name__
    through = classmethod(Desc())
    @classmethod
    @classmethod
    def twice(cls): return cls
    @staticmethod
    def s():
        "doc of s"
    @classmethod
    def c(cls):
        "doc of c"
print(C.name, C().name, C.through[0] is C)
print(C.__dict__['s'].__doc__, C.__dict__['c'].__doc__, C.__dict__['c'].__name__, C.__dict__['s'].__qualname__, C.__dict__['s'].__module__)
class Dynamic:
    def __get__(self, obj, cls): return lambda name: f'{name} by descriptor'
class G:
    __getattr__ = Dynamic()
print(G().anything)
class Auto(type):
    def __new__(meta, name, bases, ns):
        cls = super(Auto, meta).__new__(meta, name, bases, ns)
        setattr(cls, f'_{name}__super', super(cls))
        return cls
class A(metaclass=Auto):
    def m(self): return 'A'
class B(A):
    def m(self): return 'B' + self.__super.m()
print(B().m())
class Proxy:
    def __init__(self, obj): self.__obj = obj
    def __getattribute__(self, name):
        if name.startswith('_Proxy__'): return object.__getattribute__(self, name)
        return getattr(self.__obj, name)
print(isinstance(Proxy([]), list), isinstance(Proxy(B()), A), isinstance(Proxy(3), str))
