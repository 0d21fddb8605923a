"""Class attributes change under living instances; instance attributes hide them."""
class A:
    v = 1
    def m(self): return 'm1'


a, b = A(), A()
a.v = 10
A.v = 2
print(a.v, b.v)
A.m = lambda self: 'm2'
print(a.m(), b.m())
a.m = lambda: 'own'
print(a.m(), b.m())
del a.m
print(a.m())
A.late = property(lambda self: self.v * 100)
print(a.late, b.late)
del A.late
print(hasattr(a, 'late'))
del a.v
print(a.v)


class B(A): pass


x = B()
print(x.v)
A.v = 3
print(x.v)
B.v = 4
print(x.v)
del B.v
print(x.v)
A.__len__ = lambda self: 5
print(len(x), bool(x))
A.__eq__ = lambda self, o: True
print(x == 1, x != 1)
A.__add__ = lambda self, o: ('add', o)
print(x + 1)
del A.__add__
try:
    x + 1
except TypeError as e:
    print(e)
A.__call__ = lambda self, *a: a
print(x(1, 2))
A.__getattr__ = lambda self, n: 'ga ' + n
print(x.zzz)
del A.__getattr__
try:
    x.zzz
except AttributeError as e:
    print(e)
A.__iter__ = lambda self: iter('it')
print(list(x))
for i in range(3):
    A.counter = getattr(A, 'counter', 0) + i
print(A.counter, x.counter)
setattr(A, 'weird name', 7)
print(getattr(x, 'weird name'))
print(A.__name__)
A.__name__ = 'Renamed'
print(A.__name__, A.__qualname__, type(x).__mro__[1].__name__)
