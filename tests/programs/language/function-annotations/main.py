def f(a: int, b: "text" = 3, *args: float, c: list[int] | None = None, **kw: dict) -> str: return ""
print(f.__annotations__)
x: int = 5
y: "later"
print(__annotations__)
class A:
    n: int
    m: str = "a"
    def meth(self, q: "A") -> "A": ...
print(A.__annotations__, A.meth.__annotations__, hasattr(A, "n"))
def g():
    z: undefined_name = 1
    w: int
    return z
print(g(), g.__annotations__)
(v): int = 3
d = {}
d["k"]: int = 4
print(v, d, "v" in __annotations__)
