"""__slots__: what exists, what does not, inheritance."""
def attempt(f):
    try:
        return f()
    except Exception as e:
        print(type(e).__name__, e)


class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y


p = P(1, 2)
print(p.x, p.y, hasattr(p, '__dict__'))
attempt(lambda: setattr(p, 'z', 3))
del p.x
attempt(lambda: p.x)
attempt(lambda: delattr(p, 'x'))
p.x = 9
print(p.x, P.__slots__)


class Q(P):
    __slots__ = ('z',)


q = Q(1, 2)
q.z = 3
print(q.x, q.y, q.z)
attempt(lambda: setattr(q, 'w', 3))


class R(P): pass


r = R(1, 2)
r.anything = 4
print(r.x, r.anything)


class S:
    __slots__ = 'single'


s = S()
s.single = 1
print(s.single)
attempt(lambda: setattr(s, 's', 3))


class WithDict:
    __slots__ = ('a', '__dict__')


w = WithDict()
w.a = 1
w.b = 2
print(w.a, w.b)


class Empty:
    __slots__ = ()


attempt(lambda: setattr(Empty(), 'x', 1))


class ListSlots:
    __slots__ = ['a', 'b']
    a_default = 5


ls = ListSlots()
attempt(lambda: ls.a)
ls.a = 1
print(ls.a, ls.a_default)
attempt(lambda: setattr(ls, 'a_default', 1))
def conflict():
    class Conflict:
        __slots__ = ('v',)
        v = 1
attempt(conflict)
def notstr():
    class N:
        __slots__ = (1,)
attempt(notstr)


class Mangled:
    __slots__ = ('__hidden',)
    def __init__(self): self.__hidden = 'h'
    def get(self): return self.__hidden


print(Mangled().get(), Mangled()._Mangled__hidden)
