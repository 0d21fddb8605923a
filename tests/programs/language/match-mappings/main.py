def f(d):
    match d:
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": "rect", "w": w, "h": h, **rest}: return f"rect {w}x{h} {rest}"
        case {"nested": {"deep": [x, *_]}}: return f"deep {x}"
        case {1: one}: return f"int key {one}"
        case {}: return f"some mapping of {len(d)}"
        case _: return "no mapping"
print(f({"type": "circle", "r": 3}))
print(f({"type": "rect", "w": 1, "h": 2, "c": "red"}))
print(f({"nested": {"deep": [9, 8]}}))
print(f({1: "x"}))
print(f({"other": 1}))
print(f({}))
print(f([]))
from collections import defaultdict, OrderedDict
d = defaultdict(list)
match d:
    case {"missing": x}: print("made", x)
    case _: print("not made", dict(d))
match OrderedDict(a=1):
    case {"a": v}: print(v)
