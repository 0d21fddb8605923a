class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, P.__slots__)
for f in (lambda: setattr(p, "z", 1), lambda: p.z, lambda: p.__dict__):
    try: f()
    except AttributeError as e: print(e)
del p.x
try: p.x
except AttributeError as e: print(e)
class Q(P):
    __slots__ = ("z",)
q = Q(1, 2); q.z = 3
print(q.x, q.y, q.z)
class R(P): pass
r = R(1, 2); r.anything = 5
print(r.anything, r.x)
class S:
    __slots__ = "single"
    single_default = 1
s = S(); s.single = 2; print(s.single)
class D:
    __slots__ = ("a", "__dict__")
d = D(); d.a = 1; d.b = 2; print(d.a, d.b)
try:
    class Bad:
        __slots__ = ("a",)
        a = 1
except ValueError as e: print(e)
class Doc:
    __slots__ = {"width": "in pixels"}
w = Doc(); w.width = 3; print(w.width)
