from dataclasses import dataclass
@dataclass
class Point:
    x: int
    y: int
class Named:
    __match_args__ = ("name",)
    def __init__(self, name, age): self.name, self.age = name, age
def where(p):
    match p:
        case Point(x=0, y=0): return "origin"
        case Point(0, y): return f"on y at {y}"
        case Point(x, 0): return f"on x at {x}"
        case Point(x, y) if x == y: return "diagonal"
        case Point(): return "somewhere"
        case Named(n, age=a): return f"{n} {a}"
        case int(n) | float(n): return f"number {n}"
        case str() as s: return f"text {s}"
        case bool(): return "never"
        case list([a, b]): return f"pair {a} {b}"
        case dict(d): return f"dict {d}"
for v in (Point(0, 0), Point(0, 3), Point(3, 0), Point(2, 2), Point(1, 2), Named("Al", 3), 5, 2.5, "s", True, [1, 2], {"k": 1}, None):
    print(where(v))
