"""Data and non-data descriptors, precedence, lookup on classes and instances."""
class Data:
    def __get__(self, obj, kind): return f'data get {obj is not None} {kind.__name__}'
    def __set__(self, obj, value): print('data set', value)
    def __delete__(self, obj): print('data delete')


class NonData:
    def __get__(self, obj, kind=None): return f'nondata {obj is not None} {kind and kind.__name__}'


class SetOnly:
    def __set__(self, obj, value): obj.__dict__['so'] = ('through set', value)


class Reader:
    def __get__(self, obj, kind): return 'read'
    def __set__(self, obj, v): raise AttributeError("read only!")


class C:
    d = Data()
    n = NonData()
    so = SetOnly()
    r = Reader()


c = C()
print(c.d, C.d, c.n, C.n)
c.d = 1
del c.d
c.__dict__['d'] = 'instance d'
c.__dict__['n'] = 'instance n'
print(c.d, c.n)
print(type(c.so).__name__)
c.so = 5
print(c.so)
try:
    c.r = 1
except AttributeError as e:
    print(e)
c.n = 'over'
print(c.n, c.__dict__['n'])
del c.n
print(c.n)
C.d = 'replaced'
print(c.d)


class Lazy:
    def __init__(self, f): self.f = f; self.name = f.__name__
    def __get__(self, obj, kind):
        if obj is None: return self
        print('computing')
        v = obj.__dict__[self.name] = self.f(obj)
        return v


class User:
    @Lazy
    def value(self): return 42


u = User()
print(u.value, u.value, isinstance(User.value, Lazy))


class NotDescriptor:
    pass


nd = NotDescriptor()
nd.__get__ = lambda *a: 'never'


class H:
    x = nd


print(H().x is nd)


class Raises:
    def __get__(self, obj, kind): raise AttributeError('inside get')


class I:
    x = Raises()
    def __getattr__(self, name): return f'fallback {name}'


print(I().x, I().y)
f = lambda self: ('bound', self)
print(f.__get__(5)(), f.__get__(5, int).__self__)


class NoDelete:
    def __get__(self, o, k): return 1
    def __set__(self, o, v): pass


class J:
    x = NoDelete()


try:
    del J().x
except AttributeError as e:
    print(type(e).__name__, e)
