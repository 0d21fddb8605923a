from enum import Flag, IntFlag, auto, STRICT, CONFORM, KEEP
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(P.R | P.X, P.RW, P.R in P.RW, P.RW & P.R, P.RW ^ P.R, ~P.R, P(0), bool(P(0)), P(3), list(P.RW), list(P), len(P.RW), P.R.value, P(7))
class I(IntFlag):
    A = 1
    B = 2
print(I.A | 4, repr(I.A | 4), I.A + 1, I(3), I.A | I.B == 3, int(I.B), I.A & 3, repr(~I.A))
for f in (lambda: P(8), lambda: P.R | 1, lambda: P("x"), lambda: 1 in P.R):
    try: print(f())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
class C(Flag, boundary=CONFORM):
    A = 1
print(C(3), P.R.name, (P.R | P.W).name, P(0).name)
