from functools import total_ordering
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, V) and self.v == o.v
    def __lt__(self, o): return self.v < o.v if isinstance(o, V) else NotImplemented
    def __repr__(self): return f"V{self.v}"
a, b = V(1), V(2)
print(a < b, a > b, a <= b, a >= b, a == b, a != b, sorted([b, a]), max(a, b))
try: a < 3
except TypeError as e: print(e)
try: hash(a)
except TypeError as e: print(e)
class L:
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return "gt"
print(L() < 1, 1 < L(), 1 > L(), L() > L())
class E:
    def __eq__(self, o): return NotImplemented
print(E() == E(), E() != 1, (x := E()) == x)
class Ne:
    def __eq__(self, o): return True
print(Ne() != 1, Ne() == 2, 1 == Ne())
print([1, 2] < [1, 3], (1,) < (1, 0), "a" < "b", [] < [0], {1} < {1, 2}, {1} < {2})
