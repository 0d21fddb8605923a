class V:
    def __init__(self, *v): self.v = list(v)
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return V(*self.v[i]) if isinstance(i, slice) else self.v[i]
    def __setitem__(self, i, x): self.v[i] = x
    def __delitem__(self, i): del self.v[i]
    def __contains__(self, x): print("contains"); return x in self.v
    def __reversed__(self): return iter(self.v[::-1])
    def __iter__(self): return iter(self.v)
    def __bool__(self): return any(self.v)
    def __repr__(self): return f"V{tuple(self.v)}"
    def __missing__(self, k): return "never for V"
v = V(1, 2, 3)
print(len(v), v[0], v[-1], v[1:], 2 in v, 9 not in v, list(reversed(v)), bool(V(0)), [*v], max(v), sum(v)); v[0] = 9; del v[1]; v[1:] = [7, 8]; print(v)
class LH:
    def __length_hint__(self): return 5
    def __iter__(self): return iter([1])
import operator; print(operator.length_hint(LH()), list(LH()))
class NegLen:
    def __len__(self): return -1
class StrLen:
    def __len__(self): return "3"
class BigLen:
    def __len__(self): return 10 ** 30
for c in (NegLen, StrLen, object):
    try: len(c())
    except Exception as e: print(type(e).__name__, e)
class K(dict):
    def __missing__(self, key): return key.upper()
    def __contains__(self, k): return True
k = K(a=1); print(k["a"], k["b"], k.get("b"), "zz" in k, len(k))
class Mat:
    def __getitem__(self, ij): return ij
m = Mat(); print(m[1, 2], m[1:2, ::3], m[..., 0], m[(1, 2)], m[[1]])
