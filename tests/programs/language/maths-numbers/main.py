# numbers a maths teacher would try
from fractions import Fraction; from decimal import Decimal, getcontext; import math, cmath, sys
def fib(n):
    a, b = 0, 1
    for _ in range(n): a, b = b, a + b
    return a
print(fib(300), len(str(math.factorial(500))), 2 ** 200 % 1000007, pow(3, 1000, 10 ** 9 + 7), pow(3, -1, 7), math.isqrt(10 ** 40), (-7) // 2, -7 % 3, 7 // -2, int(-7 / 2), divmod(-7, 2), math.fmod(-7, 3))
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t: out.append(m); q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else: q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))
print(pi_digits(60))
getcontext().prec = 50; print(Decimal(2).sqrt(), Decimal(1) / 7, Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), 0.1 + 0.2 == 0.3)
print(sum(Fraction(1, n) for n in range(1, 20)), Fraction(3.14).limit_denominator(100), Fraction("1/3") + 1, 1 / 3, 2 / 3, 1e22, 1e23, 123456789 * 987654321, 0.1 * 3, 1.1 + 2.2, 100 * 1.1, 1e-7, 5e-324, 1.7976931348623157e308, 1.7976931348623157e308 * 10, -1e308 * 10, 9007199254740993.0, 3.0, 3.10, 1e5, 1e16, 123456.789e3, 4.35 * 100, 0.1 + 0.7, 1 - 0.9)
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1e16 + 1.5), round(12345, -2), round(0.125, 2), f"{0.125:.2f}", f"{2.5:.0f}", f"{1e9:,}", f"{1234567:,d}", f"{-1234.5:+,.2f}", f"{0.1:.20f}", f"{1e-10:f}", f"{123:e}", f"{255:#b}", f"{255:o}", f"{3.7:d}" if False else "", f"{10**20:,}", f"{1.5:>+10.3e}|", f"{-0.0:f}", f"{float('nan'):5}", f"{True:5}", f"{1:05}", f"{-1:05}", f"{1.0:g} {1e20:g} {0.00001:g} {123456789.0:g}")
print([n for n in range(2, 60) if all(n % d for d in range(2, int(n ** .5) + 1))], [sum(map(int, str(n))) for n in (99, 1234)], bin(10)[2:].zfill(8), int("1010", 2), int("z", 36), 0b1010 ^ 0b0110, ~0, 1 << 10, -1 >> 1, 5 & -5, (5).bit_length(), 10 ** 3, 10 ** -3, 2 ** 0.5, (-8) ** (1 / 3), 4 ** 0.5, 0 ** 0, 0.0 ** 0, math.e ** (1j * math.pi))
def gcd(a, b): return a if not b else gcd(b, a % b)
def collatz(n): return [n] if n == 1 else [n] + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
print(gcd(48, 18), collatz(6), [x for x in range(1, 500) if sum(d for d in range(1, x) if x % d == 0) == x], [n for n in range(100, 1000) if n == sum(int(c) ** 3 for c in str(n))])
def newton(f, df, x, n=6):
    for _ in range(n): x -= f(x) / df(x)
    return x
print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0), sum(math.sin(i * .001) * .001 for i in range(3142)), abs(sum((-1) ** k / (2 * k + 1) for k in range(1000)) * 4 - math.pi) < 1e-2, math.comb(50, 25), math.sin(math.pi), math.cos(math.pi / 3), math.tan(math.pi / 4), math.atan2(1, -1), math.exp(1), math.log(100, 10), math.log(2 ** 1000, 2), math.sqrt(2), math.hypot(1, 1), math.gamma(5), math.erf(1), math.sinh(1))
print(complex(3, 4) * 1j, abs(complex(3, 4)), (1 + 2j) ** 3, cmath.exp(1j * math.pi), cmath.phase(-1), (2 + 0j) == 2, complex("1-2j"), 1j ** 2, (3 + 4j).real, -1j, 0j, complex(0.0, -0.0), complex(1, float("inf")), 1e100j)
print(sys.maxsize + 1, -sys.maxsize - 2, (2 ** 63) * (2 ** 63), (2 ** 64 - 1) & 0xFFFF, hash(2 ** 61 - 1), hash(1.5), hash(-1), hash(2 ** 100), hash(float("inf")), hash(Fraction(1, 3)), hash(10 ** 30), hash(True), int.from_bytes(b"\x01\x00", "big"), (1000).to_bytes(2, "little"), float("1e400"), float("  -1.5e3 "), int("  42\n"), int("-0x1f", 16), int("1_000"), float("1_0.5"), bool(0.0), bool("False"), int(True), str(1.0), repr(0.1), float("infinity"), -float("inf"), float("nan") != float("nan"), 3 == 3.0 == 3 + 0j, 1 < 2.5 < 3, max(1, 2.0, True), 10 // 3.0, 10 % 3.5, -10 % 3.5, 1e300 * 1e10 // 1 if False else "", 7.0 // 2, divmod(7.5, 2))
print((0.1).hex(), (1e-5).as_integer_ratio(), (255).to_bytes(4, "big", signed=True), (-1).to_bytes(2, "big", signed=True), (12).conjugate(), (3).numerator, (0.5).is_integer(), 5 .real, (1).__class__, 1.5.__floor__(), int(1e20), int(-1.9), math.floor(-1.1), math.trunc(1.9), round(-1.5), int("9" * 30) + 1)
print(int("1" * 4301))
