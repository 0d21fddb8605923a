"""__getattr__, __getattribute__, __setattr__, __delattr__, __dir__."""
class Log:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        print('getattr', name)
        if name.startswith('no'):
            raise AttributeError(f'really no {name}')
        return name.upper()
    def __setattr__(self, name, value):
        print('setattr', name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print('delattr', name)
        object.__delattr__(self, name)


o = Log()
print(o.real, o.virtual)
o.new = 2
o.real += 5
del o.new
print(o.new)
print(hasattr(o, 'nope'), getattr(o, 'nope', 'dflt'))
try:
    o.nope
except AttributeError as e:
    print(e)
try:
    del o.absent
except AttributeError as e:
    print(e)


class Strict:
    x = 'class x'
    def __getattribute__(self, name):
        print('getattribute', name)
        if name == 'blocked':
            raise AttributeError('blocked!')
        return super().__getattribute__(name)
    def __getattr__(self, name):
        return f'fallback for {name}'
    def method(self): return self.x


s = Strict()
print(s.x, s.method(), s.blocked, s.missing)
s.y = 3
print(s.y, s.__dict__)
print(len.__name__)


class Dyn:
    def __init__(self): self.__dict__.update(a=1, b=2)
    def __dir__(self): return ['z', 'a']


d = Dyn()
print(d.a + d.b, dir(d), vars(d))
d.__dict__['c'] = 3
print(d.c, d.__dict__)
d.__dict__ = {'only': 1}
print(d.only, hasattr(d, 'a'))
try:
    d.__dict__ = 5
except TypeError as e:
    print(e)


class Delegate:
    def __init__(self, inner): self._inner = inner
    def __getattr__(self, name): return getattr(self._inner, name)


x = Delegate([3, 1, 2])
x.sort()
x.append(9)
print(x._inner, x.index(9))
try:
    x.bogus
except AttributeError as e:
    print(e)
try:
    len(x)
except TypeError as e:
    print(e)


class Recursion:
    def __getattr__(self, name): return self.other


try:
    Recursion().x
except RecursionError as e:
    print(type(e).__name__)


class Changing:
    pass


c = Changing()
c.__class__ = Dyn
print(type(c).__name__)
try:
    c.__class__ = int
except TypeError as e:
    print(e)
