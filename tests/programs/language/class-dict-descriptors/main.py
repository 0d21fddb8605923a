class C:
    """doc"""
    x = 1
    def m(self): pass
class D(C):
    y = 2
class S:
    __slots__ = ('a', 'b')
class Both(S):
    __slots__ = ('c', '__dict__')
class Weak:
    __slots__ = ('__weakref__',)
class Error(Exception): pass
class Meta(type): pass
for cls in (C, D, S, Both, Weak, Error, Meta):
    print(cls.__name__, list(cls.__dict__))
print(C.__dict__['__dict__'], C.__dict__['__weakref__'], S.a)
print(C.__dict__['__dict__'].__get__(C(), C) if False else type(C.__dict__['__dict__']))
print(dir(C()) == sorted({*dir(object()), '__dict__', '__module__', '__weakref__', 'm', 'x'}))
print(hasattr(object(), '__dict__'), hasattr(S(), '__dict__'), hasattr(S(), '__weakref__'), hasattr(Weak(), '__weakref__'))
try:
    object().__dict__
except AttributeError as e:
    print(e)
import weakref
for obj in (C(), Weak(), S()):
    try:
        print(weakref.ref(obj)() is obj)
    except TypeError as e:
        print(e)
for slots in (1, ['a b'], [3], 'é', ('1a',)):
    try:
        print(type('T', (), {'__slots__': slots}).__slots__)
    except TypeError as e:
        print(e)
