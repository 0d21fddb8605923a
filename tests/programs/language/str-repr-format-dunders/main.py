class A:
    def __repr__(self): return "A-repr"
class B(A):
    def __str__(self): return "B-str"
class C:
    def __format__(self, s): return f"fmt[{s}]"
    def __bytes__(self): return b"bytes!"
    def __hash__(self): return 7
print(A(), str(A()), [A()], B(), repr(B()), [B()], f"{B()} {B()!r} {B():>7}", format(C(), "x"), f"{C():abc}", "{:q}".format(C()), bytes(C()), hash(C()), "%s|%r" % (B(), B()))
class Bad:
    def __str__(self): return 5
    def __repr__(self): return None
    def __bytes__(self): return "s"
    def __hash__(self): return 1.5
    def __bool__(self): return "yes"
    def __index__(self): return "i"
    def __int__(self): return "n"
    def __float__(self): return 1
    def __iter__(self): return 5
    def __contains__(self, x): return "truthy"
for f in (str, repr, bytes, hash, bool, lambda b: [1][b], int, float, list, lambda b: print(1 in b), lambda b: f"{b}", lambda b: print(b), lambda b: range(b), lambda b: "%d" % b):
    try: f(Bad())
    except TypeError as e: print(e)
