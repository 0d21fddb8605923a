import functools
settings = dict(debug=True, level=3, paths=["/a", "/b"], nested={"x": {"y": [1, {"z": None}]}})
def walk(o, path="", depth=0):
    match o:
        case dict(): 
            for k, v in o.items(): yield from walk(v, f"{path}.{k}", depth + 1)
        case [] | (): yield path, "empty", depth
        case [*items]:
            for i, v in enumerate(items): yield from walk(v, f"{path}[{i}]", depth + 1)
        case bool(b): yield path, f"bool {b}", depth
        case int(n) | float(n): yield path, f"num {n}", depth
        case None: yield path, "null", depth
        case str(s) if s.startswith("/"): yield path, f"path {s}", depth
        case other: yield path, f"? {other!r}", depth
for row in walk(settings): print(*row)
def cmd(s):
    match s.split():
        case ["quit" | "exit"]: return "bye"
        case ["go", ("north" | "south") as d]: return f"going {d}"
        case ["go", d]: return f"can't go {d}"
        case ["get", obj, *rest] if rest: return f"get {obj} and {len(rest)} more"
        case ["get", obj]: return f"get {obj}"
        case [first, *_, last]: return f"{first}..{last}"
        case [x]: return f"single {x}"
        case _: return "nothing"
for c in ["quit", "go north", "go up", "get a", "get a b c", "x y z", "x", ""]: print(repr(c), "->", cmd(c))
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Const: RED = "red"; LIM = 10
def where(p):
    match p:
        case Pt(0, 0): return "origin"
        case Pt(x=0, y=y): return f"y axis {y}"
        case Pt(x, 0): return f"x axis {x}"
        case Pt(x, y) if x == y: return "diagonal"
        case Pt(): return "pt"
        case Const.RED: return "red const"
        case Const.LIM | -1: return "lim"
        case {"type": "circle", "r": (int() | float()) as r}: return f"circle {r}"
        case {"type": t, **rest}: return f"{t} with {rest}"
        case (Pt(x=a), Pt(x=b)): return f"two {a} {b}"
        case "a" "b": return "ab concat"
        case 1 + 2j: return "complex"
        case b"bytes": return "bytes"
        case [[a, b], [c, d]]: return a * d - b * c
        case str(x) | bytes(x): return f"text {x}"
        case set(): return "set"
        case object(real=r, imag=i): return f"number {r} {i}"
for p in [Pt(0, 0), Pt(0, 5), Pt(3, 0), Pt(2, 2), Pt(1, 2), "red", 10, -1, {"type": "circle", "r": 2.5}, {"type": "sq", "a": 1}, (Pt(1, 1), Pt(2, 2)), "ab", 1 + 2j, b"bytes", [[1, 2], [3, 4]], "zz", {1}, 3.5, None, range(3), {"type": 1}]: print(where(p))
try:
    match Pt(1, 2):
        case Pt(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e: print(e)
try:
    match 5:
        case settings(): pass
except TypeError as e: print(e)
match = 5; case = 6; _ = 7; type = 8; print(match, case, _, type)
match [1, 2]:
    case [a, b] as whole: print(a, b, whole)
match (x := {"k": 1}):
    case {"k": 1, "m": m}: print("no")
    case {}: print("any dict", x)
match 1, 2:
    case 1, y: print("tuple", y)
match "x":
    case "y": pass
print("fallthrough", functools.reduce(lambda a, b: a * b, [1, 2, 3]))
def factorial(n):
    match n:
        case 0 | 1: return 1
        case n if n > 0: return n * factorial(n - 1)
        case _: raise ValueError(f"negative: {n}")
print(factorial(10)); factorial(-1)
