x = "module"
class A:
    x = "class"
    y = x
    def m(self): return x
    z = [x for _ in range(1)]
    first = [v for v in (x,)]
print(A.y, A().m(), A.z, A.first)
def f():
    x = "function"
    class B:
        y = x
        x = "own"
        z = x
    return B.y, B.z
try: print(f())
except NameError as e: print(type(e).__name__, e)
class C:
    n = 3
    squares = [i * i for i in range(n)]
    try:
        bad = [i * n for i in range(2)]
    except NameError as e:
        bad = str(e)
print(C.squares, C.bad)
class D:
    locals()["dyn"] = 4
print(D.dyn)
