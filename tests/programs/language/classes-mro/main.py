"""C3, super through diamonds, cooperative methods."""
class Root:
    def go(self): return ['Root']
    def __init__(self, **kw):
        print('Root init', kw)
class L(Root):
    def go(self): return ['L'] + super().go()
    def __init__(self, l=0, **kw):
        print('L', l)
        super().__init__(**kw)
class R(Root):
    def go(self): return ['R'] + super().go()
    def __init__(self, r=0, **kw):
        print('R', r)
        super().__init__(**kw)
class D(L, R):
    def go(self): return ['D'] + super().go()


print(D(l=1, r=2).go(), [k.__name__ for k in D.mro()])
try:
    class Bad(Root, L): pass
except TypeError as e:
    print(e)
try:
    class Bad(L, L): pass
except TypeError as e:
    print(e)
try:
    class Bad(bool): pass
except TypeError as e:
    print(e)
try:
    class Bad(int, str): pass
except TypeError as e:
    print(e)
try:
    class Bad(type(None)): pass
except TypeError as e:
    print(e)


class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass
try:
    class Z(A, B): pass
except TypeError as e:
    print(e)
d = D()
print(super(D, d).go(), super(L, d).go(), super(R, d).go())
print(super(L, D).go is R.go, isinstance(d, Root), issubclass(D, (int, R)))
D.__bases__
print(D.__dict__['go'].__qualname__, '__init__' in D.__dict__, D.__mro__[-1])
