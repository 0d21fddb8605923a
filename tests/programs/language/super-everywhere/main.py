class A:
    def __init__(self, **kw): print("A", kw)
    def hi(self): return ["A"]
    @classmethod
    def make(cls): return ("A.make", cls.__name__)
    @staticmethod
    def st(): return "A.st"
    @property
    def p(self): return "A.p"
class B(A):
    def __init__(self, b=0, **kw): print("B", b); super().__init__(**kw)
    def hi(self): return ["B"] + super().hi()
    @classmethod
    def make(cls): return ("B.make",) + super().make()
    @property
    def p(self): return "B." + super().p
class C(A):
    def __init__(self, c=0, **kw): print("C", c); super().__init__(**kw)
    def hi(self): return ["C"] + super().hi()
class D(B, C):
    def hi(self): return ["D"] + super(D, self).hi() + super(B, self).hi()
    def via(self): return [f() for f in [super().hi]]
    def comp(self):
        s = super()
        return [s.hi() for _ in range(1)]
    def nested(self):
        def inner(): return super(D, self).st()
        return inner()
d = D(b=1, c=2)
print(d.hi(), D.make(), d.p, d.via(), d.comp(), d.nested())
print([k.__name__ for k in D.__mro__])
try: super(D, 5)
except TypeError as e: print(e)
def f(): super()
try: f()
except RuntimeError as e: print(e)
try: super().nothing
except RuntimeError as e: print(e)
class X:
    def f(self): return super().nothing
try: X().f()
except AttributeError as e: print(e)
