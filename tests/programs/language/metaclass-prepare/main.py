class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, kw)
        d = {}
        d["injected"] = "yes"
        return d
    def __new__(m, name, bases, ns, **kw): return super().__new__(m, name, bases, dict(ns))
    def __init__(cls, name, bases, ns, **kw): pass
class A(metaclass=Meta, opt=2):
    print("body sees", injected)
    z = 1
    a = 2
print([k for k in A.__dict__ if not k.startswith("_")])
class M1(type): pass
class M2(type): pass
class X(metaclass=M1): pass
class Y(metaclass=M2): pass
try:
    class Z(X, Y): pass
except TypeError as e: print(e)
def func_meta(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != "_"))
class W(int, metaclass=func_meta): q = 1
print(W)
class Inst(type):
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, s): return s is str
class Five(metaclass=Inst): pass
print(isinstance(5, Five), isinstance(6, Five), issubclass(str, Five), issubclass(int, Five))
