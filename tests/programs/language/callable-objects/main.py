class C:
    def __call__(self, *a, **k): return a, k
c = C()
print(c(1, x=2), callable(c), callable(5), callable(C), callable(len), callable(lambda: 0))
print(list(map(C(), [1, 2])))
class Inst: pass
i = Inst(); i.__call__ = lambda: 1
try: i()
except TypeError as e: print(e)
m = "abc".upper
print(m(), callable(m), m.__self__, m.__name__)
class M:
    def f(self): return self
x = M(); f = x.f
print(f() is x, f.__self__ is x, f.__func__ is M.f, M.f(x) is x, x.f == x.f, x.f is x.f)
import types
x.g = types.MethodType(lambda self, n: (self is x, n), x)
print(x.g(3))
