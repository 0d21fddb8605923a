class A:
    shared = []
    count = 0
    def __init__(self): A.count += 1; self.count2 = A.count; self.shared.append(self.count2)
a, b = A(), A()
print(A.shared, a.shared is b.shared, A.count, a.count, a.__dict__); a.count = 99; print(A.count, a.count, b.count); del a.count; print(a.count)
A.new = lambda self: "added"; print(a.new(), A.__name__, a.__class__, A.__module__, A.__dict__["count"], hasattr(A, "nope"), A.__bases__)
A.shared = ["replaced"]; print(b.shared, vars(b)); b.__dict__["sneaky"] = 1; print(b.sneaky); b.__class__ = type("B", (A,), {"hi": lambda s: "hi"}); print(b.hi(), isinstance(b, A))
class C: pass
c = C(); c.f = lambda: "no self"; print(c.f()); C.g = lambda self: self is c; print(c.g())
class Outer:
    class Inner:
        v = 1
    def make(self): return self.Inner()
print(Outer().make().v, Outer.Inner.__qualname__, type(Outer.Inner()).__name__)
class Cls:
    x = [1, 2]; y = [i * 2 for i in x]; z = len(x)
    for k in range(2): pass
    if True: w = "cond"
print(Cls.y, Cls.z, Cls.k, Cls.w)
