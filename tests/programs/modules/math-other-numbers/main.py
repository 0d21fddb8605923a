import math, cmath
from decimal import Decimal as D
from fractions import Fraction as F
class X:
    def __init__(self, v): self.v = v
    def __float__(self): return self.v
class I:
    def __index__(self): return 6
print(math.sqrt(F(9, 4)), math.sqrt(D(2)), math.sin(X(1.0)), math.floor(F(7, 2)), math.ceil(D('1.2')), math.trunc(D('-1.9')), math.floor(X(2.5)), math.isclose(D(1), F(1)), math.hypot(F(3), 4), math.fsum([D('0.1')]*10), math.dist([D(0), 0], (F(3), 4)), math.pow(D(2), 3), math.log(D(100), 10), math.factorial(I()), math.gcd(I(), 4), math.comb(I(), 2), math.isqrt(I()), math.atan2(X(1.0), 1), math.degrees(D(1)), math.prod([F(1,2), 4]), math.exp(I()), math.isnan(D('nan')), math.ldexp(X(1.0), 6), math.fmod(D(5), 3))
for f in (lambda: math.sqrt('x'), lambda: math.sqrt(X('a')), lambda: math.sqrt(object()), lambda: math.factorial(2.5), lambda: math.factorial(X(3.0)), lambda: math.gcd(1.5), lambda: math.sqrt(None), lambda: math.floor('a'), lambda: math.isclose('a', 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
