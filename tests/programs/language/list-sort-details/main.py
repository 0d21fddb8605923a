data = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(data, key=lambda t: t[1]), sorted(data, key=lambda t: t[1], reverse=True), sorted(data), max(data, key=lambda t: t[1]), min(data, key=lambda t: (t[1], t[0])))
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted({"b": 1, "a": 2}), sorted([True, 0, 2, False]), sorted([0.5, 1, -1]), sorted(["a", "B"], key=str.casefold))
calls = []
def key(x): calls.append(x); return -x
print(sorted([1, 2, 3], key=key), calls)
class R:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"R{self.v}"
print(sorted([R(2), R(1)]), min(R(3), R(2)))
l = [1, 2]
def bad(x): l.append(9); return x
try: l.sort(key=bad)
except ValueError as e: print(e, l)
def boom(x): raise KeyError("key")
try: sorted([1], key=boom)
except KeyError as e: print(e)
try: sorted([1, None])
except TypeError as e: print(e)
try: sorted([1], None)
except TypeError as e: print(e)
