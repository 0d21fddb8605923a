import cmath


def show(z):
    return complex(round(z.real, 10), round(z.imag, 10)) if isinstance(z, complex) else round(z, 10)


z = 1 + 2j
print([show(f(z)) for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh, cmath.phase)])
print([show(v) for v in cmath.polar(z)], show(cmath.rect(2, cmath.pi / 2)), cmath.sqrt(-1), show(cmath.log(z, 2)), cmath.isclose(1j, 1j + 1e-12), cmath.isnan(complex('nan')), cmath.isinf(complex('inf')), cmath.isfinite(1j), cmath.infj, cmath.nanj, cmath.tau, show(cmath.exp(1j * cmath.pi)))
for f in (lambda: cmath.log(0), lambda: cmath.sqrt('a'), lambda: cmath.atanh(1), lambda: cmath.exp(1000)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
