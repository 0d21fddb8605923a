class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C): pass
class F(D, E): pass
print([k.__name__ for k in F.mro()])
try:
    class Bad(A, B): pass
except TypeError as e: print(e)
try:
    class Dup(A, A): pass
except TypeError as e: print(e)
class X(A): 
    def f(self): return "X"
class Y(A):
    def f(self): return "Y"
class Z(X, Y): pass
print(Z().f(), Z.__bases__, A.__subclasses__())
try:
    class I(int, str): pass
except TypeError as e: print(e)
try:
    class Fin(bool): pass
except TypeError as e: print(e)
for b in (5,):
    try:
        class Q(b): pass
    except TypeError as e: print(e)
print(issubclass(F, (int, A)), F.__base__, D.__base__)
