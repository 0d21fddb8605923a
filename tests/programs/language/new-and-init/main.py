class S:
    _inst = None
    def __new__(cls, *a):
        if cls._inst is None: print("creating"); cls._inst = super().__new__(cls)
        return cls._inst
    def __init__(self, *a): print("init", a)
print(S(1) is S(2))
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, sorted(a))
print(T(3, 1, 2), isinstance(T(1), tuple), len(T(1, 2)))
class I(int):
    def __new__(cls, v, tag): o = super().__new__(cls, v); o.tag = tag; return o
i = I(5, "five"); print(i + 1, i.tag, repr(i))
class BadInit:
    def __init__(self): return 5
for f in (BadInit, lambda: object(1), lambda: S.__new__(), lambda: object.__new__(int)):
    try: f()
    except TypeError as e: print(e)
class F(float):
    def __init__(self, v, unit="m"): self.unit = unit
    def __new__(cls, v, unit="m"): return super().__new__(cls, v)
    def __str__(self): return f"{float(self)}{self.unit}"
print(F(2.5), F(1, "km") * 2)
class D(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self["extra"] = True
print(D(a=1), D({"b": 2}))
