"""Mathematical functions of complex numbers."""

import math

pi = math.pi
e = math.e
tau = math.tau
inf = math.inf
nan = math.nan
infj = complex(0.0, math.inf)
nanj = complex(0.0, math.nan)


def _number(z):
    if isinstance(z, (str, bytes)):
        raise TypeError(f'must be real number, not {type(z).__name__}')
    return complex(z)


def phase(z):
    z = _number(z)
    return math.atan2(z.imag, z.real)


def polar(z):
    return abs(_number(z)), phase(z)


def rect(r, phi):
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def isnan(z):
    z = _number(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z):
    z = _number(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isfinite(z):
    z = _number(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    gap = abs(a - b)
    return gap <= rel_tol * abs(b) or gap <= rel_tol * abs(a) or gap <= abs_tol


def exp(z):
    z = _number(z)
    size = math.exp(z.real)
    return complex(size * math.cos(z.imag), size * math.sin(z.imag))


def log(z, base=None):
    z = _number(z)
    size = abs(z)
    if size == 0.0:
        raise ValueError('math domain error')
    result = complex(math.log(size), phase(z))
    return result if base is None else result / log(base)


def log10(z):
    return log(z) / math.log(10)


def sqrt(z):
    z = _number(z)
    if z == 0:
        return complex(0.0, z.imag)
    half = math.sqrt((abs(z.real) + abs(z)) / 2.0)
    other = abs(z.imag) / (2.0 * half)
    if z.real >= 0.0:
        return complex(half, math.copysign(other, z.imag))
    return complex(other, math.copysign(half, z.imag))


def cosh(z):
    z = _number(z)
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def sinh(z):
    z = _number(z)
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def tanh(z):
    return sinh(z) / cosh(z)


def cos(z):
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def sin(z):
    z = _number(z)
    turned = sinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def tan(z):
    return sin(z) / cos(z)


def asinh(z):
    z = _number(z)
    return log(z + sqrt(z * z + 1))


def acosh(z):
    z = _number(z)
    return log(z + sqrt(z + 1) * sqrt(z - 1))


def atanh(z):
    z = _number(z)
    return (log(1 + z) - log(1 - z)) / 2


def asin(z):
    z = _number(z)
    turned = asinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def acos(z):
    return pi / 2 - asin(z)


def atan(z):
    z = _number(z)
    turned = atanh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)
