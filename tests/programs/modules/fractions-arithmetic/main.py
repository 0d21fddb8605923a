from fractions import Fraction as F

print(F(1, 3), F('3/4'), F('1.25'), F('-1e-3'), F(0.5), F(6, -4), repr(F(2)), F(' 7/3 '), F('1_000/3'), F())
a, b = F(1, 3), F(3, 4)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(b, a), a**2, a**-2, a**0.5, 2**F(2), 2**F(1, 2), a + 1, 1 - a, a * 2.0, 1.5 + a)
print(a < b, a == F(2, 6), F(1, 2) == 0.5, a > 0.3, -a, abs(-a), int(F(-7, 2)), float(b), round(F(5, 2)), round(F(22, 7), 2), round(F(25), -1), F(7, 2).__floor__(), F(7, 2).__ceil__(), -F(7, 2) // 1)
print(F(3.14159).limit_denominator(100), F(355, 113).limit_denominator(50), hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), F(-1, 3).numerator, bool(F(0)), {F(1, 2): 1}[0.5])
print(sum([F(1, i) for i in range(1, 6)]), sorted([F(1, 2), 0.3, 1, F(1, 3)]), a.as_integer_ratio(), 1 + 0j == F(1), F(1, 2) * (1 + 2j), F.from_float(0.25), F(F(1, 2), 3), max(a, b), F(10**20, 3) + 1)
for f in (lambda: F(1, 0), lambda: F('x'), lambda: F('1/0'), lambda: F(1.5, 2), lambda: F([]), lambda: F(1, 2) / 0, lambda: F(float('inf')), lambda: F(float('nan')), lambda: F(1, 2) + 'a', lambda: F(0)**-1, lambda: F(1, 2) < 'a', lambda: F.from_float('x'), lambda: F(1, 2).limit_denominator(0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
