print(0 or [] or "last", 1 and "x" and None, not [], 1 or 1/0, 0 and 1/0)
print([] or None or 0 or {}, "a" and "b" or "c", (0 or 5) and 6)
class T:
    def __init__(self, v): self.v = v
    def __bool__(self): print("bool", self.v); return self.v
    def __repr__(self): return f"T({self.v})"
print(T(True) and T(False), T(False) or T(True))
print(not T(True), bool(T(False)))
class Len:
    def __len__(self): return 0
print(bool(Len()), Len() or "empty")
class Bad:
    def __bool__(self): return 1
try: bool(Bad())
except TypeError as e: print(e)
print(True + True, True * 3, isinstance(True, int), True is 1 == 1, ~True)
