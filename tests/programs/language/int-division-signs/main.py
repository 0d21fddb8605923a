for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (6, 3), (-6, 3)):
    print(a // b, a % b, divmod(a, b), a / b, int(a / b))
for a, b in ((7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (-1e-20, 3.0), (5.0, float("inf")), (-5.0, float("inf"))):
    print(a // b, a % b, divmod(a, b))
import math
print(math.fmod(-7, 3), math.remainder(7, 2), -7 % 3, -0.0, 0.0 == -0.0, str(-0.0), 0.0 * -1)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1.5e300), round(0.5), round(-0.5), round(2.5, 0))
print(round(7, 3), round(15, -1), round(25, -1), type(round(1.0)).__name__, type(round(1.0, 0)).__name__)
for f in (lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(1, "a"), lambda: 5 % 0, lambda: 5.0 % 0, lambda: 5.0 // 0, lambda: divmod(5, 0), lambda: 0.0 ** -1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
