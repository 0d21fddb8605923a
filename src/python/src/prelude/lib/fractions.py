"""fractions: exact rational numbers."""

import math as _math
import numbers as _numbers
import operator as _operator
import re as _re
import sys as _sys

__all__ = ['Fraction']

_FORM = _re.compile(r'\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)'
                    r'(?:(?:/(?P<denom>\d+(_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:[eE](?P<exp>[-+]?\d+(_\d+)*))?)\s*')


def _decimal_class():
    """The class Decimal if the program has met it."""
    module = _sys.modules.get('decimal')
    return () if module is None else module.Decimal


class Fraction(_numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._make(numerator, 1)
            if isinstance(numerator, _numbers.Rational):
                return cls._make(numerator.numerator, numerator.denominator)
            if isinstance(numerator, (float, _decimal_class())):
                return cls._make(*numerator.as_integer_ratio())
            if isinstance(numerator, str):
                return cls._parsed(numerator)
            raise TypeError('argument should be a string or a Rational instance')
        if not (isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational)):
            raise TypeError('both arguments should be Rational instances')
        up = numerator.numerator * denominator.denominator
        down = denominator.numerator * numerator.denominator
        if down == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        common = _math.gcd(up, down)
        if down < 0:
            common = -common
        return cls._make(up // common, down // common)

    @classmethod
    def _make(cls, numerator, denominator):
        self = object.__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    @classmethod
    def _parsed(cls, text):
        m = _FORM.fullmatch(text)
        if m is None:
            raise ValueError(f'Invalid literal for Fraction: {text!r}')
        number = int(m['num'] or '0')
        down = 1
        if m['denom']:
            down = int(m['denom'])
            if not down:
                raise ZeroDivisionError(f'Fraction({number}, 0)')
        else:
            if m['decimal']:
                digits = m['decimal'].replace('_', '')
                down = 10 ** len(digits)
                number = number * down + int(digits)
            if m['exp']:
                exponent = int(m['exp'])
                if exponent >= 0:
                    number *= 10 ** exponent
                else:
                    down *= 10 ** -exponent
        if m['sign'] == '-':
            number = -number
        common = _math.gcd(number, down)
        return cls._make(number // common, down // common)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, _numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls._make(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if isinstance(dec, _numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})')
        return cls._make(*dec.as_integer_ratio())

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # convergents of the continued fraction, until one has too large a denominator
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._make(p1, q1)
        return Fraction._make(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f'{self._numerator}/{self._denominator}'

    def _pair(self, other):
        """The other operand as a fraction; None if it is none."""
        if isinstance(other, Fraction):
            return other
        if isinstance(other, int):
            return Fraction._make(int(other), 1)
        return None

    def _operate(self, other, exact, rough, swapped):
        same = self._pair(other)
        if same is not None:
            return exact(same, self) if swapped else exact(self, same)
        if swapped and isinstance(other, _numbers.Rational):
            return exact(Fraction(other), self)
        if isinstance(other, float):
            return rough(other, float(self)) if swapped else rough(float(self), other)
        if isinstance(other, complex):
            return rough(other, complex(self)) if swapped else rough(complex(self), other)
        return NotImplemented

    def __add__(a, b):
        return a._operate(b, _add, _operator.add, False)

    def __radd__(b, a):
        return b._operate(a, _add, _operator.add, True)

    def __sub__(a, b):
        return a._operate(b, _sub, _operator.sub, False)

    def __rsub__(b, a):
        return b._operate(a, _sub, _operator.sub, True)

    def __mul__(a, b):
        return a._operate(b, _mul, _operator.mul, False)

    def __rmul__(b, a):
        return b._operate(a, _mul, _operator.mul, True)

    def __truediv__(a, b):
        return a._operate(b, _div, _operator.truediv, False)

    def __rtruediv__(b, a):
        return b._operate(a, _div, _operator.truediv, True)

    def __floordiv__(a, b):
        return a._operate(b, _floordiv, _operator.floordiv, False)

    def __rfloordiv__(b, a):
        return b._operate(a, _floordiv, _operator.floordiv, True)

    def __mod__(a, b):
        return a._operate(b, _mod, _operator.mod, False)

    def __rmod__(b, a):
        return b._operate(a, _mod, _operator.mod, True)

    def __divmod__(a, b):
        return a._operate(b, lambda x, y: (_floordiv(x, y), _mod(x, y)), divmod, False)

    def __rdivmod__(b, a):
        return b._operate(a, lambda x, y: (_floordiv(x, y), _mod(x, y)), divmod, True)

    def __pow__(a, b):
        if isinstance(b, _numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return Fraction._make(a._numerator ** power, a._denominator ** power)
            if a._numerator > 0:
                return Fraction._make(a._denominator ** -power, a._numerator ** -power)
            if a._numerator == 0:
                raise ZeroDivisionError(f'Fraction({a._denominator ** -power}, 0)')
            return Fraction._make((-a._denominator) ** -power, (-a._numerator) ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, _numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction._make(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._make(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._make(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return whole
            if rest * 2 > self._denominator:
                return whole + 1
            return whole if whole % 2 == 0 else whole + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __float__(a):
        return a._numerator / a._denominator

    def __complex__(a):
        return complex(float(a))

    def __hash__(self):
        prime = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, prime)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, _numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if _math.isnan(b) or _math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _compared(self, other, op):
        if isinstance(other, _numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compared(b, _operator.lt)

    def __gt__(a, b):
        return a._compared(b, _operator.gt)

    def __le__(a, b):
        return a._compared(b, _operator.le)

    def __ge__(a, b):
        return a._compared(b, _operator.ge)

    def __bool__(a):
        return a._numerator != 0

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _reduced(up, down):
    common = _math.gcd(up, down)
    return Fraction._make(up // common, down // common)


def _add(a, b):
    return _reduced(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return _reduced(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return _reduced(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    up, down = a._numerator * b._denominator, a._denominator * b._numerator
    if down == 0:
        raise ZeroDivisionError(f'Fraction({up}, 0)')
    return _reduced(-up, -down) if down < 0 else _reduced(up, down)


def _floordiv(a, b):
    return a._numerator * b._denominator // (a._denominator * b._numerator)


def _mod(a, b):
    return _reduced(a._numerator * b._denominator % (b._numerator * a._denominator), a._denominator * b._denominator)
