print((2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (255.5).hex(), float.fromhex("0x1.8p3"), (1.5).conjugate(), (1.5).real, (1.5).imag)
print((1e300 * 10) , (0.5).hex(), float.fromhex("inf"), (-0.0).hex(), (5e-324).hex(), float.fromhex("  -0xA.8 "))
for f in (lambda: float("nan").as_integer_ratio(), lambda: float("inf").as_integer_ratio(), lambda: float.fromhex("zz"), lambda: float.fromhex("0x1p5000"), lambda: 1e200 ** 2, lambda: (-8) ** 0.5, lambda: 2.0 ** 5000):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import math
print(math.inf == float("inf"), math.isnan(math.nan), 0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3))
print(1 == 1.0, hash(1.0) == 1, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 20 == 1e20, max(1, 1.0), min(1.0, 1))
print(sum([0.1] * 10), math.fsum([0.1] * 10), 1e16 + 1 - 1e16)
