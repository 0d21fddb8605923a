class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): print("add"); return NotImplemented if not isinstance(o, int) else self.v + o
    def __radd__(self, o): print("radd"); return o + self.v if isinstance(o, (int, float)) else NotImplemented
    def __sub__(self, o): return ("sub", o)
    def __rsub__(self, o): return ("rsub", o)
print(N(1) + 2, 2 + N(1), 2.5 + N(1))
print(sum([N(1)], 0) , 5 - N(1), N(1) - 5)
for f in (lambda: N(1) + "a", lambda: "a" + N(1), lambda: N(1) + N(2), lambda: N(1) * 2, lambda: 2 // N(1)):
    try: print(f())
    except TypeError as e: print(e)
class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
class Derived(Base):
    def __radd__(self, o): return "Derived.radd"
print(Base() + Derived(), Derived() + Base(), Base() + Base())
class I:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "add used"
i = I(); i += 1; print(i)
for op in "+ - * / // % ** @ << >> & | ^".split():
    try: eval(f"object() {op} 1")
    except TypeError as e: print(str(e))
