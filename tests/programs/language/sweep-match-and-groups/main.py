import sys
def t(f, *a, **k):
    try: print("->", f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0 | 1: return "small"
        case -1.5: return "neg"
        case 1+2j: return "complex"
        case "a" "b": return "ab"
        case b"x": return "bytes"
        case None | True | False: return "const"
        case [1, 2, *rest] if rest: return ("seq", rest)
        case (): return "empty"
        case [x]: return ("one", x)
        case {"k": v2, **rest}: return ("map", v2, rest)
        case {}: return "any map"
        case P(0, y=yy): return ("P0", yy)
        case P(x, y) as p if x == y: return ("diag", p.x)
        case str(s): return ("str", s)
        case int() | float() as n: return ("num", n)
        case [[a, b], *_, last]: return (a, b, last)
        case sys.maxsize: return "max"
        case _: return "other"
for v in (1, -1.5, 1+2j, "ab", b"x", None, [1,2,3], [1,2], [], [5], {"k": 1, "z": 2}, {}, P(0, 9), P(3,3), P(1,2), "hello", 3.5, [[1,2],3,4], {1,2}, (1,2,3), range(3)): print(m(v))
def bad():
    match P(1,2):
        case P(1,2,3): pass
t(bad)
class Q: __match_args__ = "xy"
def bad2():
    match Q():
        case Q(1): pass
t(bad2)
# except*
def eg():
    raise ExceptionGroup("g", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k"), ValueError(2)])])
try:
    try: eg()
    except* ValueError as e: print("VE", e.exceptions, repr(e))
    except* TypeError as e: print("TE", e)
except ExceptionGroup as g: print("left", repr(g), g.split(KeyError), g.derive([OSError()]))
g = ExceptionGroup("x", [ValueError("a"), OSError("b")])
print(g.subgroup(lambda e: isinstance(e, OSError)), g.message, g.split(ImportError))
t(ExceptionGroup, "m", []); t(ExceptionGroup, "m", [1]); t(ExceptionGroup, 1, [ValueError()]); t(ExceptionGroup, "m", [KeyboardInterrupt()])
print(repr(BaseExceptionGroup("m", [KeyboardInterrupt()])), type(BaseExceptionGroup("m", [ValueError()])))
e = ValueError("noted"); e.add_note("n1"); e.add_note("n2"); print(e.__notes__)
t(e.add_note, 5)
try:
    raise e
except ValueError as x:
    import traceback
    print(traceback.format_exc().replace(__file__, "FILE"))
try: raise ExceptionGroup("top", [e, ExceptionGroup("sub", [TypeError("deep")])])
except ExceptionGroup: print(traceback.format_exc().replace(__file__, "FILE"))
def f():
    try: return "try"
    finally: print("fin")
print(f())
def g2():
    for i in range(3):
        try: continue
        finally: print("c", i)
    else: print("else")
    while True:
        try: break
        finally: print("b")
g2()
try:
    try: 1/0
    finally: {}["k"]
except KeyError as e: print(repr(e), repr(e.__context__), e.__suppress_context__)
try: raise ValueError from None
except ValueError as e: print(e.__cause__, e.__suppress_context__)
t(exec, "raise 5"); t(exec, "raise ValueError from 5"); t(exec, "raise"); 
with open("xx", "w") as a, open("yy", "w") as b: print(a.closed, b.mode)
raise ExceptionGroup("end", [ValueError("v"), KeyError("k")])
