"""property in every form, with its errors."""
class T:
    def __init__(self): self._c = 0.0
    @property
    def c(self):
        """Celsius."""
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError('too cold')
        self._c = v
    @c.deleter
    def c(self):
        print('deleting')
        self._c = None
    @property
    def ro(self): return 'ro'
    wo = property(None, lambda self, v: print('wo', v))
    both = property(fget=lambda self: 'g', fset=lambda self, v: print('s', v), doc='both doc')
    nothing = property()


t = T()
t.c = 25
print(t.c, T.c.__doc__, type(T.c).__name__, T.both.__doc__)
del t.c
print(t.c)
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: setattr(t, 'c', -300))
attempt(lambda: setattr(t, 'ro', 1))
attempt(lambda: delattr(t, 'ro'))
attempt(lambda: t.wo)
t.wo = 5
t.both = 6
print(t.both)
attempt(lambda: t.nothing)
print(T.c.fget.__name__, T.c.fset.__name__, T.ro.fset, T.ro.fdel)


class Sub(T):
    @T.c.getter
    def c(self): return 'sub getter'
    @property
    def ro(self): return 'sub ' + super().ro


s = Sub()
s.c = 3
print(s.c, s._c, s.ro)


class Raising:
    @property
    def p(self): raise AttributeError('inner')
    @property
    def q(self): return self.missing
    @property
    def z(self): return 1 // 0


attempt(lambda: Raising().p)
attempt(lambda: Raising().q)
attempt(lambda: Raising().z)
print(hasattr(Raising(), 'p'), getattr(Raising(), 'q', 'default'))


class Counted:
    n = 0
    @property
    def next(self):
        self.n += 1
        return self.n


k = Counted()
print(k.next, k.next, k.next + k.next, [k.next for _ in range(2)])
k.__dict__['next'] = 'shadow?'
print(k.next)


class ClassProp:
    @classmethod
    def make(cls): return cls()
    items = property(lambda self: [1, 2, 3])


ClassProp.make().items.append(4)
print(ClassProp.make().items)


class Aug:
    _v = 1
    @property
    def v(self):
        print('get')
        return self._v
    @v.setter
    def v(self, x):
        print('set', x)
        self._v = x


a = Aug()
a.v += 5
print(a.v)
