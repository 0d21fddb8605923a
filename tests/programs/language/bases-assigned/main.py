class A:
    def who(self): return 'A'
class B:
    def who(self): return 'B'
class C(A): pass
class D(C): pass
d = D()
print(d.who(), [k.__name__ for k in D.__mro__], A.__subclasses__(), B.__subclasses__())
C.__bases__ = (B,)
print(d.who(), [k.__name__ for k in D.__mro__], A.__subclasses__(), B.__subclasses__())
C.__bases__ = (B, A)
print(d.who(), [k.__name__ for k in D.__mro__])
for bases in ((), (1,), (D,), (C,)):
    try:
        C.__bases__ = bases
    except TypeError as e:
        print(e)
class X(A): pass
class Y(X, A): pass
try:
    X.__bases__ = (Y,)
except TypeError as e:
    print(e)
print(Y.__mro__ == (Y, X, A, object))
