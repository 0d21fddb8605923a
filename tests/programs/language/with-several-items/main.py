class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print("enter", self.name); return self.name.upper()
    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else None, v)
        return self.swallow
with CM("a") as a, CM("b") as b: print(a, b)
with (CM("c") as c, CM("d", True) as d,): raise ValueError("inside")
with CM("e", True):
    with CM("f"): raise KeyError("k")
def f():
    with CM("g") as g: return g
print(f())
for i in range(2):
    with CM(str(i)):
        if i == 0: continue
        break
d = {}
with CM("h") as d["key"]: pass
print(d)
with CM("t") as (x): print(x)
