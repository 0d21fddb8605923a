"""__init_subclass__, __set_name__, __class_getitem__, __subclasses__, __mro_entries__."""
class Registry:
    known = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.known.append((cls.__name__, tag))


class A(Registry): pass
class B(Registry, tag='b'): pass
class C(B, tag='c'): pass


print(Registry.known)
try:
    class D(Registry, wrong=1): pass
except TypeError as e:
    print(e)
try:
    class E(x=1): pass
except TypeError as e:
    print(e)


class Field:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name
    def __get__(self, obj, kind=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2


class Model:
    x = Field()
    y = Field()


m = Model()
m.x = 4
print(m.x, m.y, Model.x.name, m.__dict__)


class Generic:
    def __class_getitem__(cls, item):
        return f'{cls.__name__}[{item}]'


print(Generic[int], Generic['a', 'b'])
try:
    A[int]
except TypeError as e:
    print(e)
print([k.__name__ for k in Registry.__subclasses__()], [k.__name__ for k in C.__mro__], C.__bases__ == (B,), C.__base__ is B)


class Proxy:
    def __mro_entries__(self, bases):
        return (dict,)


class F(Proxy()):
    pass


print(F.__bases__, F(a=1), len(F.__orig_bases__))


class BadSetName:
    def __set_name__(self, owner, name): raise ValueError('no')


try:
    class G:
        bad = BadSetName()
except Exception as e:
    print(type(e).__name__, e)
