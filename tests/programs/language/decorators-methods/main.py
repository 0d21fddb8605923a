class A:
    _n = 0
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    @property
    def p(self): return self._n
    @p.setter
    def p(self, v):
        if v < 0: raise ValueError("negative")
        self._n = v
    @p.deleter
    def p(self): print("deleting"); self._n = 0
class B(A):
    @property
    def q(self): return "read only"
    @A.p.getter
    def p(self): return "B" + str(self._n)
a, b = A(), B()
print(A.s(1), a.s(2), A.c(3), B.c(4), b.c(5))
a.p = 5; b.p = 6
print(a.p, b.p)
del a.p
print(a.p)
for f in (lambda: setattr(a, "p", -1), lambda: setattr(b, "q", 1), lambda: delattr(b, "q")):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(type(A.__dict__["s"]).__name__, type(A.__dict__["c"]).__name__, type(A.p).__name__, A.p.fget(a))
print(A.c.__func__ is A.__dict__["c"].__func__, a.c.__self__ is A)
