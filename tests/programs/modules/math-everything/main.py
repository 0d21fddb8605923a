import math

print([math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.fabs(-2), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.gcd(12, 18, 8), math.lcm(4, 6), math.isqrt(99), math.prod([2, 3], start=4)])
print(math.sqrt(2), round(math.cbrt(27), 12), math.pow(2, 0.5), math.exp2(3), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)), math.fsum([0.1] * 10), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-2.5), math.frexp(10), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.nextafter(1, 2), math.ulp(1.0))
print(math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(0), math.expm1(0), math.degrees(math.pi), math.radians(180), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isinf(-math.inf), math.isnan(math.nan), math.isfinite(1e308), math.pi, math.e, math.tau)
print([round(v, 12) for v in (math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(-1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5), math.erf(0.5), math.erfc(0.5), math.gamma(5.5), math.lgamma(10))])
print(math.log(10**400), math.floor(1e20), math.isqrt(10**40), math.comb(100, 50), math.gcd(), math.gcd(0, 5), math.lcm(0, 3), math.gcd(-4, 6))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.comb(-1, 2), lambda: math.factorial(1.5), lambda: math.floor(math.nan), lambda: math.floor(math.inf), lambda: math.sqrt('a'), lambda: math.gcd(1.5), lambda: math.isqrt(-1), lambda: math.fmod(1, 0), lambda: math.pow(-1, 0.5), lambda: math.dist([1], [1, 2]), lambda: math.log(2, 1), lambda: math.gamma(-1), lambda: math.sqrt(), lambda: math.hypot('a'), lambda: math.ldexp(1, 5000), lambda: math.fsum([1, 'a']), lambda: math.prod('ab')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
