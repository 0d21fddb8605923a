"""Floats: printing, rounding, comparison, the special values."""
import math

print(0.1 + 0.2, 1 / 3, 2 / 3, 1e16, 1e15, 123456789012345678.0)
print(1e-4, 1e-5, 0.00001234, 1.0, -0.0, 1e300 * 1e10, -1e300 * 1e10)
print(5e-324, 1.7976931348623157e308, 4.35, 2.675, 1e22, 1e23)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(-7.5, 2))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(1e20), round(15, -1))
print(int(1e18), int(1e20), float("1e3"), float(" -2.5 "), float("inf"), float("-Infinity"))
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, nan > 1, math.isnan(nan), [nan] == [nan])
print(math.inf > 10 ** 400, -math.inf < -10 ** 400, math.isinf(-math.inf))
print((0.5).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (0.1).hex())
print(3.0 == 3, 3.5 == 3, 0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3))
print(2 ** 0.5, 4 ** 0.5, 10 ** -3, 2.0 ** 10, (-8) ** 2)
print(math.sqrt(2), math.pi, math.e, math.tau)
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fabs(-3))
print(math.sin(1), math.cos(1), math.atan2(1, 2), math.exp(2), math.log(10), math.log2(8), math.log10(1000))
print(math.hypot(3, 4), math.gcd(48, 18), math.factorial(20), math.comb(10, 3), math.isqrt(99))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1, 2, 3, 4]))
print(max(1, 2.5, -3), min(1, 2.5, -3), sum([1, 2.5, 3]), abs(-2.5))
for bad in ("", "abc", "1.2.3"):
    try:
        float(bad)
    except ValueError as error:
        print("ValueError:", error)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: math.sqrt(-1), lambda: int(nan),
          lambda: int(math.inf), lambda: 10.0 ** 400, lambda: math.log(0)):
    try:
        print(f())
    except (ZeroDivisionError, ValueError, OverflowError) as error:
        print(type(error).__name__ + ":", error)
