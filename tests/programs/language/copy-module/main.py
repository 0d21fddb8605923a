import copy
a = [1, [2, {"k": [3]}]]
b, c = copy.copy(a), copy.deepcopy(a)
a[1][1]["k"].append(4); a.append(5); print(a, b, c)
class N:
    def __init__(self): self.l = [1]; self.me = self
n = N(); m = copy.copy(n); d = copy.deepcopy(n); print(m.l is n.l, d.l is n.l, d.me is d, m.me is n)
class C:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
print(copy.copy(C()), copy.deepcopy([C()]), copy.copy((1, [2])), copy.deepcopy({1: {2}}), copy.copy({1, 2}), copy.copy("s"), copy.deepcopy(None), copy.copy(len) is len, copy.deepcopy(N) is N)
r = []; r.append(r); s = copy.deepcopy(r); print(s[0] is s, s is r)
t = (1, 2); print(copy.deepcopy(t) is t, copy.copy(t) is t); shared = [1]; x = copy.deepcopy([shared, shared]); print(x[0] is x[1])
class S:
    __slots__ = ("a",)
o = S(); o.a = [1]; p = copy.deepcopy(o); print(p.a, p.a is o.a)
class St:
    def __init__(self): self.v = 1
    def __getstate__(self): return {"v": 99}
    def __setstate__(self, s): self.v = s["v"] + 1
print(copy.copy(St()).v)
class L(list): pass
l = L([1]); l.tag = "t"; q = copy.copy(l); print(q, q.tag, type(q).__name__)
