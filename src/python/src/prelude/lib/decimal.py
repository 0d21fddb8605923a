"""decimal: General Decimal Arithmetic over Python's ints."""

import math as _math
import numbers as _numbers
import re as _re
import threading as _threading
from collections import namedtuple as _namedtuple

__version__ = '1.70'
__libmpdec_version__ = '2.5.1'

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


class DecimalException(ArithmeticError):
    __module__ = 'decimal'


class Clamped(DecimalException):
    __module__ = 'decimal'


class InvalidOperation(DecimalException):
    __module__ = 'decimal'


class ConversionSyntax(InvalidOperation):
    __module__ = 'decimal'


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = 'decimal'


class DivisionImpossible(InvalidOperation):
    __module__ = 'decimal'


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = 'decimal'


class Inexact(DecimalException):
    __module__ = 'decimal'


class InvalidContext(InvalidOperation):
    __module__ = 'decimal'


class Rounded(DecimalException):
    __module__ = 'decimal'


class Subnormal(DecimalException):
    __module__ = 'decimal'


class Overflow(Inexact, Rounded):
    __module__ = 'decimal'


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = 'decimal'


class FloatOperation(DecimalException, TypeError):
    __module__ = 'decimal'


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped)


# as a context's representation has them
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


class Context:
    __module__ = 'decimal'

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        self.traps = _signal_dict(base.traps if traps is None else traps)
        self.flags = _signal_dict([] if flags is None else flags)

    def __setattr__(self, name, value):
        if name == 'prec':
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            if not 1 <= value <= MAX_PREC:
                raise ValueError('valid range for prec is [1, MAX_PREC]')
        elif name == 'rounding':
            if value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name == 'Emin':
            if not MIN_EMIN <= value <= 0:
                raise ValueError('valid range for Emin is [MIN_EMIN, 0]')
        elif name == 'Emax':
            if not 0 <= value <= MAX_EMAX:
                raise ValueError('valid range for Emax is [0, MAX_EMAX]')
        elif name in ('capitals', 'clamp'):
            if value not in (0, 1):
                raise ValueError(f'valid values for {name} are [0, 1]')
        elif name in ('traps', 'flags'):
            if not isinstance(value, dict):
                value = _signal_dict(value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def copy(self):
        twin = object.__new__(Context)
        for name in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp'):
            object.__setattr__(twin, name, getattr(self, name))
        object.__setattr__(twin, 'traps', dict(self.traps))
        object.__setattr__(twin, 'flags', dict(self.flags))
        return twin

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def __repr__(self):
        names = lambda table: ', '.join([s.__name__ for s in _SHOWN if table[s]])
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])')

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         [s for s in _SIGNALS if self.flags[s]], [s for s in _SIGNALS if self.traps[s]])

    def _signal(self, *conditions):
        """Raises the flags, and the first exception that is trapped."""
        trapped = []
        for condition in conditions:
            kinds = [s for s in _SIGNALS if condition is s or issubclass(condition, s) and condition not in _SIGNALS]
            for kind in kinds:
                self.flags[kind] = True
                if self.traps[kind]:
                    trapped.append((kind, condition))
        if trapped:
            kind = max(trapped, key=lambda pair: -_SIGNALS.index(pair[0]))[0]
            raise kind([condition for _, condition in trapped])

    def _invalid(self, condition=InvalidOperation):
        self._signal(condition)
        return _nan()

    def create_decimal(self, num='0'):
        made = Decimal(num, self)
        if made._kind in 'nN' and len(str(made._int)) > self.prec - self.clamp and made._int:
            return self._invalid(ConversionSyntax)
        return made._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def is_signed(self, a):
        return _operand(a).is_signed()

    def radix(self):
        return Decimal(10)


def _context_method(name):
    def method(self, *args, **kwargs):
        first, *rest = [_operand(arg) for arg in args]
        return getattr(Decimal, name)(first, *rest, context=self, **kwargs)
    method.__name__ = name
    return method


def _signal_dict(signals):
    if isinstance(signals, dict):
        return dict(signals)
    for signal in signals:
        if signal not in _SIGNALS:
            raise TypeError('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n'
                            '   Overflow, Subnormal, Underflow, Rounded, Inexact,\n   Clamped]')
    return {s: s in signals for s in _SIGNALS}


def _first_context(prec, rounding, emin, emax, traps):
    made = object.__new__(Context)
    for name, value in (('prec', prec), ('rounding', rounding), ('Emin', emin), ('Emax', emax), ('capitals', 1), ('clamp', 0),
                        ('traps', traps), ('flags', [])):
        setattr(made, name, value)
    return made


DefaultContext = _first_context(28, ROUND_HALF_EVEN, -999999, 999999, [InvalidOperation, DivisionByZero, Overflow])
BasicContext = _first_context(9, ROUND_HALF_UP, -999999, 999999, [InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = _first_context(9, ROUND_HALF_EVEN, -999999, 999999, [])

_local = _threading.local()


def getcontext():
    try:
        return _local.context
    except AttributeError:
        _local.context = DefaultContext.copy()
        return _local.context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _local.context = context


class _ContextManager:
    def __init__(self, context, changes):
        self._new = context.copy()
        for name, value in changes.items():
            if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            setattr(self._new, name, value)

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    return _ContextManager(ctx, kwargs)


_FORM = _re.compile(r'(?P<sign>[-+])?(?:(?=\d|\.\d)(?P<int>\d*)(?:\.(?P<frac>\d*))?(?:E(?P<exp>[-+]?\d+))?|Inf(?:inity)?|'
                    r'(?P<signal>s)?NaN(?P<diag>\d*))', _re.I)


def _make(sign, number, exp, kind='F'):
    """A Decimal: kind F finite, I infinite, n quiet NaN, N signalling NaN."""
    self = object.__new__(Decimal)
    self._sign = sign
    self._int = number
    self._exp = exp
    self._kind = kind
    return self


def _nan():
    return _make(0, 0, 0, 'n')


def _length(number):
    """Decimal digits; 1 for zero."""
    if number < 1000000000000000:
        return len(str(number))
    guess = int(number.bit_length() * 0.30102999566398120)
    return guess + 1 if number >= 10 ** guess else guess


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


def _rounded(sign, number, drop, rounding):
    """`number` without its last `drop` digits, and whether anything was lost."""
    power = 10 ** drop
    quotient, rest = divmod(number, power)
    if not rest:
        return quotient, False
    half = 2 * rest - power
    if rounding == ROUND_HALF_EVEN:
        up = half > 0 or half == 0 and quotient & 1
    elif rounding == ROUND_HALF_UP:
        up = half >= 0
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    elif rounding == ROUND_HALF_DOWN:
        up = half > 0
    else:
        up = quotient % 10 in (0, 5)
    return quotient + 1 if up else quotient, True


class Decimal:
    __slots__ = ('_sign', '_int', '_exp', '_kind')
    __module__ = 'decimal'
    _type_name_ = 'decimal.Decimal'

    def __new__(cls, value='0', context=None):
        if isinstance(value, str):
            m = _FORM.fullmatch(value.strip().replace('_', ''))
            if m is None:
                (context or getcontext())._signal(ConversionSyntax)
                made = _nan()
            else:
                sign = int(m['sign'] == '-')
                if m['int'] is not None:
                    frac = m['frac'] or ''
                    made = _make(sign, int(m['int'] + frac or '0'), int(m['exp'] or '0') - len(frac))
                elif m['diag'] is not None:
                    made = _make(sign, int(m['diag'] or '0'), 0, 'N' if m['signal'] else 'n')
                else:
                    made = _make(sign, 0, 0, 'I')
        elif isinstance(value, Decimal):
            made = _make(value._sign, value._int, value._exp, value._kind)
        elif isinstance(value, int):
            made = _make(int(value < 0), abs(int(value)), 0)
        elif isinstance(value, float):
            context = context or getcontext()
            context.flags[FloatOperation] = True
            if context.traps[FloatOperation]:
                raise FloatOperation([FloatOperation])
            made = _from_float(value)
        elif isinstance(value, (tuple, list)):
            made = _from_tuple(value)
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        if cls is not Decimal:
            other = object.__new__(cls)
            other._sign, other._int, other._exp, other._kind = made._sign, made._int, made._exp, made._kind
            return other
        return made

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            made = _operand(f)
        elif isinstance(f, float):
            made = _from_float(f)
        else:
            raise TypeError('argument must be int or float')
        return made if cls is Decimal else cls(made)

    # -- looking

    def as_tuple(self):
        if self._kind == 'I':
            return DecimalTuple(self._sign, (0,), 'F')
        if self._kind != 'F':
            return DecimalTuple(self._sign, tuple(map(int, str(self._int))) if self._int else (), self._kind)
        return DecimalTuple(self._sign, tuple(map(int, str(self._int))), self._exp)

    def as_integer_ratio(self):
        if self._kind == 'I':
            raise OverflowError('cannot convert Infinity to integer ratio')
        if self._kind != 'F':
            raise ValueError('cannot convert NaN to integer ratio')
        number = -self._int if self._sign else self._int
        if self._exp >= 0:
            return number * 10 ** self._exp, 1
        down = 10 ** -self._exp
        common = _math.gcd(number, down)
        return number // common, down // common

    def __bool__(self):
        return self._kind != 'F' or self._int != 0

    def adjusted(self):
        return self._exp + _length(self._int) - 1 if self._kind == 'F' else 0

    def is_nan(self):
        return self._kind in 'nN'

    def is_qnan(self):
        return self._kind == 'n'

    def is_snan(self):
        return self._kind == 'N'

    def is_infinite(self):
        return self._kind == 'I'

    def is_finite(self):
        return self._kind == 'F'

    def is_zero(self):
        return self._kind == 'F' and not self._int

    def is_signed(self):
        return self._sign == 1

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return self._kind == 'F' and bool(self._int) and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return self._kind == 'F' and bool(self._int) and self.adjusted() < (context or getcontext()).Emin

    def canonical(self):
        return self

    def conjugate(self):
        return self

    def radix(self):
        return Decimal(10)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def number_class(self, context=None):
        if self._kind == 'N':
            return 'sNaN'
        if self._kind == 'n':
            return 'NaN'
        sign = '-' if self._sign else '+'
        if self._kind == 'I':
            return sign + 'Infinity'
        if not self._int:
            return sign + 'Zero'
        return sign + ('Subnormal' if self.is_subnormal(context) else 'Normal')

    # -- text

    def _text(self, capitals, engineering=False):
        sign = '-' if self._sign else ''
        if self._kind == 'I':
            return sign + 'Infinity'
        if self._kind != 'F':
            return sign + ('sNaN' if self._kind == 'N' else 'NaN') + (str(self._int) if self._int else '')
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        elif digits == '0':
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = '0.' + '0' * -point + digits
        elif point >= len(digits):
            text = digits + '0' * (point - len(digits))
        else:
            text = digits[:point] + '.' + digits[point:]
        if left != point:
            text += f'{"E" if capitals else "e"}{left - point:+}'
        return sign + text

    def __str__(self):
        return self._text(getcontext().capitals)

    def to_eng_string(self, context=None):
        return self._text((context or getcontext()).capitals, True)

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec, context=None):
        return _formatted(self, spec, context or getcontext())

    # -- rounding to a context

    def _fix(self, context):
        """Rounded to the context's precision and range."""
        if self._kind != 'F':
            if self._kind in 'nN' and self._int and _length(self._int) > context.prec - context.clamp:
                keep = 10 ** (context.prec - context.clamp)
                return _make(self._sign, self._int % keep, 0, self._kind)
            return self
        etiny = context.Emin - context.prec + 1
        etop = context.Emax - context.prec + 1
        number, exp = self._int, self._exp
        if not number:
            top = context.Emax if not context.clamp else etop
            new = min(max(exp, etiny), top)
            if new != exp:
                context._signal(Clamped)
                return _make(self._sign, 0, new)
            return self
        length = _length(number)
        least = length + exp - context.prec
        if least > etop:
            context._signal(Overflow, Inexact, Rounded)
            return self._overflowed(context)
        subnormal = least < etiny
        if subnormal:
            least = etiny
        if exp < least:
            drop = least - exp
            if drop > length:
                # nothing but a remainder is left
                new, lost = _rounded(self._sign, 1, 1, context.rounding)
            else:
                new, lost = _rounded(self._sign, number, drop, context.rounding)
            conditions = [Rounded]
            if new >= 10 ** context.prec:
                new //= 10
                least += 1
            if lost:
                conditions.append(Inexact)
            if least > etop:
                context._signal(Overflow, Inexact, Rounded)
                return self._overflowed(context)
            if subnormal:
                conditions.append(Subnormal)
                if lost:
                    conditions.append(Underflow)
                if not new:
                    conditions.append(Clamped)
            context._signal(*conditions)
            return _make(self._sign, new, least)
        if subnormal:
            context._signal(Subnormal)
        if context.clamp and exp > etop:
            context._signal(Clamped)
            return _make(self._sign, number * 10 ** (exp - etop), etop)
        return self

    def _overflowed(self, context):
        mode = context.rounding
        to_infinity = (mode in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_UP)
                       or mode == ROUND_CEILING and not self._sign or mode == ROUND_FLOOR and self._sign)
        if to_infinity:
            return _make(self._sign, 0, 0, 'I')
        return _make(self._sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)

    def _nan_of(self, context, *others):
        """The NaN that an operation with a NaN among its operands gives, or None."""
        operands = (self, *others)
        for operand in operands:
            if operand._kind == 'N':
                context._signal(InvalidOperation)
                return _make(operand._sign, operand._int, 0, 'n')._fix(context)
        for operand in operands:
            if operand._kind == 'n':
                return operand._fix(context)
        return None

    # -- comparing

    def _cmp(self, other):
        if self._kind == 'I' or other._kind == 'I':
            a = (0 if self._kind != 'I' else -1 if self._sign else 1)
            b = (0 if other._kind != 'I' else -1 if other._sign else 1)
            return (a > b) - (a < b)
        if not self._int or not other._int:
            a = 0 if not self._int else -1 if self._sign else 1
            b = 0 if not other._int else -1 if other._sign else 1
            return (a > b) - (a < b)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        sign = -1 if self._sign else 1
        a, b = self.adjusted(), other.adjusted()
        if a != b:
            return sign if a > b else -sign
        shift = self._exp - other._exp
        x, y = self._int, other._int
        if shift > 0:
            x *= 10 ** shift
        else:
            y *= 10 ** -shift
        return sign * ((x > y) - (x < y))

    def _other_side(self, other, equality):
        if isinstance(other, Decimal):
            return self, other
        if isinstance(other, int):
            return self, _operand(other)
        if isinstance(other, float):
            context = getcontext()
            context.flags[FloatOperation] = True
            if context.traps[FloatOperation] and not equality:
                raise FloatOperation([FloatOperation])
            return self, _from_float(other)
        if equality and isinstance(other, complex) and other.imag == 0:
            return self, _from_float(other.real)
        if isinstance(other, _numbers.Rational):
            return (_make(self._sign, self._int * other.denominator, self._exp, self._kind), _operand(int(other.numerator)))
        return None

    def __eq__(self, other):
        pair = self._other_side(other, True)
        if pair is None:
            return NotImplemented
        a, b = pair
        if a._kind in 'nN' or b._kind in 'nN':
            if a._kind == 'N' or b._kind == 'N':
                getcontext()._signal(InvalidOperation)
            return False
        return a._cmp(b) == 0

    def _ordered(self, other, test):
        pair = self._other_side(other, False)
        if pair is None:
            return NotImplemented
        a, b = pair
        if a._kind in 'nN' or b._kind in 'nN':
            getcontext()._signal(InvalidOperation)
            return False
        return test(a._cmp(b))

    def __lt__(self, other):
        return self._ordered(other, lambda c: c < 0)

    def __le__(self, other):
        return self._ordered(other, lambda c: c <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda c: c > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda c: c >= 0)

    def __hash__(self):
        if self._kind == 'N':
            raise TypeError('Cannot hash a signaling NaN value')
        if self._kind == 'n':
            return object.__hash__(self)
        if self._kind == 'I':
            return -314159 if self._sign else 314159
        prime = (1 << 61) - 1
        power = pow(10, self._exp, prime) if self._exp >= 0 else pow(pow(10, -1, prime), -self._exp, prime)
        value = self._int * power % prime
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def compare(self, other, context=None):
        context = context or getcontext()
        other = _operand(other)
        nan = self._nan_of(context, other)
        return nan if nan is not None else Decimal(self._cmp(other))

    def compare_signal(self, other, context=None):
        context = context or getcontext()
        other = _operand(other)
        if self._kind in 'nN' or other._kind in 'nN':
            context._signal(InvalidOperation)
            return self._nan_of(context, other)
        return Decimal(self._cmp(other))

    def compare_total(self, other, context=None):
        other = _operand(other)

        sign = -1 if self._sign else 1
        if self._sign != other._sign:
            return Decimal(sign)
        a, b = 'FINn'.index(self._kind), 'FINn'.index(other._kind)
        if a != b:
            return Decimal(sign if a > b else -sign)
        if a >= 2:
            return Decimal(sign * ((self._int > other._int) - (self._int < other._int)))
        order = self._cmp(other)
        if order:
            return Decimal(order)
        return Decimal(sign * ((self._exp > other._exp) - (self._exp < other._exp)))

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_operand(other).copy_abs())

    def _extreme(self, other, context, bigger, magnitude=False):
        context = context or getcontext()
        other = _operand(other)
        if self._kind in 'nN' or other._kind in 'nN':
            if self._kind == 'n' and other._kind not in 'nN':
                return other._fix(context)
            if other._kind == 'n' and self._kind not in 'nN':
                return self._fix(context)
            return self._nan_of(context, other)
        order = self.copy_abs()._cmp(other.copy_abs()) if magnitude else self._cmp(other)
        if not order:
            order = int(self.compare_total(other))
        return (self if (order > 0) == bigger or order == 0 else other)._fix(context)

    def max(self, other, context=None):
        return self._extreme(other, context, True)

    def min(self, other, context=None):
        return self._extreme(other, context, False)

    def max_mag(self, other, context=None):
        return self._extreme(other, context, True, True)

    def min_mag(self, other, context=None):
        return self._extreme(other, context, False, True)

    def same_quantum(self, other, context=None):
        other = _operand(other)
        if self._kind != 'F' or other._kind != 'F':
            return self._kind in 'nN' and other._kind in 'nN' or self._kind == other._kind == 'I'
        return self._exp == other._exp

    # -- signs

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _make(_operand(other)._sign, self._int, self._exp, self._kind)

    def __neg__(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def __pos__(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._fix(context)

    def __abs__(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(context)
        return nan if nan is not None else self.copy_abs()._fix(context)

    # -- arithmetic

    def _add(self, other, context):
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        if self._kind == 'I' or other._kind == 'I':
            if self._kind == other._kind and self._sign != other._sign:
                return context._invalid()
            return self if self._kind == 'I' else other
        exp = min(self._exp, other._exp)
        a, b = self, other
        if not self._int and not other._int:
            sign = self._sign if self._sign == other._sign else int(context.rounding == ROUND_FLOOR)
            return _make(sign, 0, exp)._fix(context)
        if not self._int or not other._int:
            one = other if not self._int else self
            exp = max(exp, one._exp - context.prec - 1)
            if one._exp > exp:
                one = _make(one._sign, one._int * 10 ** (one._exp - exp), exp)
            return one._fix(context)
        # a number far below the other's last digit only decides how that is rounded
        big, small = (a, b) if a._exp > b._exp else (b, a)
        length = _length(big._int)
        limit = big._exp + min(-1, length - context.prec - 2)
        if _length(small._int) + small._exp - 1 < limit:
            small = _make(small._sign, 1, limit)
        exp = min(big._exp, small._exp)
        x = big._int * 10 ** (big._exp - exp)
        y = small._int * 10 ** (small._exp - exp)
        total = (-x if big._sign else x) + (-y if small._sign else y)
        if not total:
            return _make(int(context.rounding == ROUND_FLOOR), 0, min(self._exp, other._exp))._fix(context)
        return _make(int(total < 0), abs(total), exp)._fix(context)

    def _mul(self, other, context):
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind == 'I' or other._kind == 'I':
            if not self or not other:
                return context._invalid()
            return _make(sign, 0, 0, 'I')
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def _div(self, other, context):
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind == 'I':
            return context._invalid() if other._kind == 'I' else _make(sign, 0, 0, 'I')
        if other._kind == 'I':
            context._signal(Clamped)
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context._invalid(DivisionUndefined)
            context._signal(DivisionByZero)
            return _make(sign, 0, 0, 'I')
        exp = self._exp - other._exp
        if not self._int:
            return _make(sign, 0, exp)._fix(context)
        shift = _length(other._int) - _length(self._int) + context.prec + 1
        ideal = exp
        exp -= shift
        if shift >= 0:
            quotient, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            quotient, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            # a digit that says there is more
            if quotient % 5 == 0:
                quotient += 1
        else:
            while exp < ideal and quotient % 10 == 0:
                quotient //= 10
                exp += 1
        return _make(sign, quotient, exp)._fix(context)

    def _divided(self, other, context):
        """Whole quotient and remainder, unrounded."""
        sign = self._sign ^ other._sign
        ideal = self._exp if other._kind == 'I' else min(self._exp, other._exp)
        gap = self.adjusted() - other.adjusted()
        if not self._int or other._kind == 'I' or gap <= -2:
            return _make(sign, 0, 0), self._rescaled(ideal, context.rounding)
        if gap <= context.prec:
            a, b = self._int, other._int
            if self._exp >= other._exp:
                a *= 10 ** (self._exp - other._exp)
            else:
                b *= 10 ** (other._exp - self._exp)
            quotient, rest = divmod(a, b)
            if quotient < 10 ** context.prec:
                return _make(sign, quotient, 0), _make(self._sign, rest, ideal)
        bad = context._invalid(DivisionImpossible)
        return bad, bad

    def _whole(self, other, context, wanted):
        nan = self._nan_of(context, other)
        if nan is not None:
            return (nan, nan) if wanted == 2 else nan
        sign = self._sign ^ other._sign
        if self._kind == 'I':
            if other._kind == 'I' or wanted:
                bad = context._invalid()
                if wanted == 2:
                    return (bad if other._kind == 'I' else _make(sign, 0, 0, 'I')), bad
                return bad
            return _make(sign, 0, 0, 'I')
        if not other:
            if not self:
                bad = context._invalid(DivisionUndefined)
                return (bad, bad) if wanted == 2 else bad
            if wanted == 1:
                return context._invalid()
            context._signal(DivisionByZero) if wanted == 0 else context._signal(DivisionByZero, InvalidOperation)
            infinite = _make(sign, 0, 0, 'I')
            return (infinite, _nan()) if wanted == 2 else infinite
        quotient, rest = self._divided(other, context)
        if wanted == 0:
            return quotient
        return rest._fix(context) if wanted == 1 else (quotient, rest._fix(context))

    def _pow(self, other, context, modulus=None):
        if modulus is not None:
            return self._pow_mod(other, modulus, context)
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        if not other:
            return context._invalid() if not self else Decimal(1)
        whole = other._kind == 'F' and (other._exp >= 0 or other._int % 10 ** min(-other._exp, _length(other._int) + 1) == 0)
        sign = 0
        base = self
        if self._sign:
            if whole:
                last = other._int * 10 ** other._exp if other._exp >= 0 and other._exp < 2 else other._int // 10 ** -other._exp if other._exp < 0 else 0
                sign = last & 1
            elif self:
                return context._invalid()
            base = self.copy_negate()
        if not base:
            if other._sign:
                # 0 to a negative power
                return _make(sign, 0, 0, 'I')
            return _make(sign, 0, 0)
        if base._kind == 'I':
            return _make(sign, 0, 0) if other._sign else _make(sign, 0, 0, 'I')
        one = base._cmp(Decimal(1))
        if one == 0:
            if whole:
                if not other._sign and other._exp <= 0 and other._kind == 'F':
                    times = other._int // 10 ** -other._exp
                    exp = max(base._exp * times, 1 - context.prec)
                    return _make(sign, 10 ** -exp, exp)._fix(context) if base._exp else _make(sign, 1, 0)
                context._signal(Rounded, Inexact)
            else:
                context._signal(Inexact, Rounded)
            return _make(sign, 10 ** (context.prec - 1), 1 - context.prec)
        if other._kind == 'I':
            if (one > 0) == (other._sign == 0):
                return _make(sign, 0, 0, 'I')
            return _make(sign, 0, 0)
        prec = context.prec
        if whole and other.adjusted() < 12:
            times = other._int * 10 ** other._exp if other._exp >= 0 else other._int // 10 ** -other._exp
            # exact where the result is short enough
            if times * _length(base._int) <= 4 * prec + 40 and not other._sign:
                return _make(sign, base._int ** times, base._exp * times)._fix(context)
        # by logarithms, with more digits until the rounding is certain
        guard = 6
        while True:
            result, exact = _power_digits(base, other, prec + guard)
            number, exp = result
            tail = number % 10 ** guard
            if 10 < tail < 10 ** guard - 10 and abs(tail - 5 * 10 ** (guard - 1)) > 10 or guard > 60:
                break
            # may be exact: whole roots and powers of ten
            candidate = _make(0, (number + 10 ** guard // 2) // 10 ** guard, exp + guard)
            check = _exact_power(base, other, candidate)
            if check:
                return _padded(_make(sign, candidate._int, candidate._exp), prec, whole, context)
            guard *= 2
        return _make(sign, number, exp)._fix(context)

    def _pow_mod(self, other, modulus, context):
        other, modulus = _operand(other), _operand(modulus)
        nan = self._nan_of(context, other, modulus)
        if nan is not None:
            return nan
        values = [self, other, modulus]
        if not all([v._kind == 'F' and v.to_integral_value()._cmp(v) == 0 for v in values]) or other._sign or not modulus:
            return context._invalid()
        if not self and not other:
            return context._invalid()
        base, power, mod = [int(v) for v in values]
        if _length(abs(mod)) > context.prec:
            return context._invalid()
        value = pow(abs(base), power, abs(mod))
        return _make(int(self._sign and power & 1), value, 0)

    def __add__(self, other, context=None):
        other = _arithmetic(other)
        return NotImplemented if other is None else self._add(other, context or getcontext())

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _arithmetic(other)
        if other is None:
            return NotImplemented
        context = context or getcontext()
        nan = self._nan_of(context, other)
        return nan if nan is not None else self._add(other.copy_negate(), context)

    def __rsub__(self, other):
        other = _arithmetic(other)
        return NotImplemented if other is None else other.__sub__(self)

    def __mul__(self, other, context=None):
        other = _arithmetic(other)
        return NotImplemented if other is None else self._mul(other, context or getcontext())

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _arithmetic(other)
        return NotImplemented if other is None else self._div(other, context or getcontext())

    def __rtruediv__(self, other):
        other = _arithmetic(other)
        return NotImplemented if other is None else other.__truediv__(self)

    def __floordiv__(self, other, context=None):
        other = _arithmetic(other)
        return NotImplemented if other is None else self._whole(other, context or getcontext(), 0)

    def __rfloordiv__(self, other):
        other = _arithmetic(other)
        return NotImplemented if other is None else other.__floordiv__(self)

    def __mod__(self, other, context=None):
        other = _arithmetic(other)
        return NotImplemented if other is None else self._whole(other, context or getcontext(), 1)

    def __rmod__(self, other):
        other = _arithmetic(other)
        return NotImplemented if other is None else other.__mod__(self)

    def __divmod__(self, other, context=None):
        other = _arithmetic(other)
        return NotImplemented if other is None else self._whole(other, context or getcontext(), 2)

    def __rdivmod__(self, other):
        other = _arithmetic(other)
        return NotImplemented if other is None else other.__divmod__(self)

    def __pow__(self, other, modulo=None, context=None):
        other = _arithmetic(other)
        return NotImplemented if other is None else self._pow(other, context or getcontext(), modulo)

    def __rpow__(self, other):
        other = _arithmetic(other)
        return NotImplemented if other is None else other.__pow__(self)

    def fma(self, other, third, context=None):
        context = context or getcontext()
        other, third = _operand(other), _operand(third)
        product = self._mul(other, _wide(context))
        return product._add(third, context)

    def remainder_near(self, other, context=None):
        context = context or getcontext()
        other = _operand(other)
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        if self._kind == 'I' or not other:
            return context._invalid(DivisionUndefined if not other and not self else InvalidOperation)
        if other._kind == 'I':
            return self._fix(context)
        exp = min(self._exp, other._exp)
        if not self._int:
            return _make(self._sign, 0, exp)._fix(context)
        if self.adjusted() - other.adjusted() >= context.prec + 1:
            return context._invalid(DivisionImpossible)
        a, b = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        quotient, rest = divmod(a, b)
        if 2 * rest + (quotient & 1) > b:
            rest -= b
            quotient += 1
        if quotient >= 10 ** context.prec:
            return context._invalid(DivisionImpossible)
        sign = self._sign ^ (rest < 0)
        return _make(sign, abs(rest), exp)._fix(context)

    def sqrt(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        if self._kind == 'I' and not self._sign:
            return self
        if not self:
            return _make(self._sign, 0, self._exp >> 1)._fix(context)
        if self._sign:
            return context._invalid()
        ideal = self._exp >> 1
        number, exp = self._int, self._exp
        if exp & 1:
            number *= 10
            exp -= 1
        shift = context.prec + 1 - (_length(number) + 1) // 2
        exact = True
        if shift >= 0:
            number *= 100 ** shift
        else:
            number, rest = divmod(number, 100 ** -shift)
            exact = not rest
        root = _math.isqrt(number)
        exact = exact and root * root == number
        exp = exp // 2 - shift
        if exact:
            while exp < ideal and root % 10 == 0:
                root //= 10
                exp += 1
            if exp > ideal:
                root *= 10 ** (exp - ideal)
                exp = ideal
        elif root % 5 == 0:
            root += 1
        with_rounding = context.rounding
        object.__setattr__(context, 'rounding', ROUND_HALF_EVEN)
        try:
            return _make(0, root, exp)._fix(context)
        finally:
            object.__setattr__(context, 'rounding', with_rounding)

    def _transcendental(self, digits, context):
        """Rounds what `digits(precision)` gives: (number, exponent) with an error below 10 in the last place."""
        guard = 6
        while True:
            number, exp = digits(context.prec + guard)
            tail = number % 10 ** guard
            if 10 < tail < 10 ** guard - 10 and abs(tail - 5 * 10 ** (guard - 1)) > 10 or guard > 200:
                return number, exp
            guard *= 2

    def exp(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        if self._kind == 'I':
            return _make(0, 0, 0) if self._sign else self
        if not self:
            return Decimal(1)
        if self.adjusted() > 18 or not self._sign and self._cmp(Decimal(context.Emax + 1)._mul(Decimal('2.4'), _wide(context))) > 0:
            return _make(0, 1, context.Etiny() - 2 * context.prec if self._sign else context.Emax + 1)._half_even(context)
        if self.adjusted() < -context.prec - 2:
            return _make(0, 10 ** (context.prec + 2) + (-1 if self._sign else 1), -context.prec - 2)._half_even(context)
        value = (-1 if self._sign else 1) * self._int
        number, exp = self._transcendental(lambda p: _exp_digits(value, self._exp, p), context)
        return _make(0, number, exp)._half_even(context)

    def _half_even(self, context):
        saved = context.rounding
        object.__setattr__(context, 'rounding', ROUND_HALF_EVEN)
        try:
            return self._fix(context)
        finally:
            object.__setattr__(context, 'rounding', saved)

    def _log(self, context, base10):
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        if not self:
            return _make(1, 0, 0, 'I')
        if self._sign:
            return context._invalid()
        if self._kind == 'I':
            return self
        if self._cmp(Decimal(1)) == 0:
            return Decimal(0)
        if base10:
            digits = str(self._int).rstrip('0')
            if digits == '1':
                return Decimal(self.adjusted())._fix(context)

        def digits(p):
            value, scale = _log_digits(self._int, self._exp, p, base10)
            return abs(value), -scale

        sign = int(self._cmp(Decimal(1)) < 0)
        number, exp = self._transcendental(digits, context)
        return _make(sign, number, exp)._half_even(context)

    def ln(self, context=None):
        return self._log(context or getcontext(), False)

    def log10(self, context=None):
        return self._log(context or getcontext(), True)

    def logb(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        if self._kind == 'I':
            return _make(0, 0, 0, 'I')
        if not self:
            context._signal(DivisionByZero)
            return _make(1, 0, 0, 'I')
        return Decimal(self.adjusted())._fix(context)

    # -- exponents

    def _rescaled(self, exp, rounding):
        if not self._int:
            return _make(self._sign, 0, exp)
        if self._exp >= exp:
            return _make(self._sign, self._int * 10 ** (self._exp - exp), exp)
        drop = exp - self._exp
        if drop > _length(self._int):
            return _make(self._sign, _rounded(self._sign, 1, 1, rounding)[0], exp)
        return _make(self._sign, _rounded(self._sign, self._int, drop, rounding)[0], exp)

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        exp = _operand(exp)
        rounding = rounding or context.rounding
        if rounding not in _ROUNDINGS:
            context.copy().rounding = rounding
        nan = self._nan_of(context, exp)
        if nan is not None:
            return nan
        if self._kind == 'I' or exp._kind == 'I':
            return self if self._kind == exp._kind else context._invalid()
        if not context.Etiny() <= exp._exp <= context.Emax:
            return context._invalid()
        if not self._int:
            return _make(self._sign, 0, exp._exp)._fix(context)
        if self.adjusted() > context.Emax or self.adjusted() - exp._exp + 1 > context.prec:
            return context._invalid()
        made = self._rescaled(exp._exp, rounding)
        if made.adjusted() > context.Emax or _length(made._int) > context.prec:
            return context._invalid()
        if made._int and made.adjusted() < context.Emin:
            context._signal(Subnormal)
        if made._exp > self._exp:
            if made._cmp(self):
                context._signal(Inexact, Rounded)
            else:
                context._signal(Rounded)
        return made._fix(context)

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        if self._kind != 'F':
            nan = self._nan_of(context)
            return nan if nan is not None else self
        if self._exp >= 0:
            return self
        made = self._rescaled(0, rounding or context.rounding)
        if made._cmp(self):
            context._signal(Inexact)
        context._signal(Rounded)
        return made

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        if self._kind != 'F':
            nan = self._nan_of(context)
            return nan if nan is not None else self
        return self if self._exp >= 0 else self._rescaled(0, rounding or context.rounding)

    to_integral = to_integral_value

    def normalize(self, context=None):
        context = context or getcontext()
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        made = self._fix(context)
        if made._kind == 'I':
            return made
        if not made._int:
            return _make(made._sign, 0, 0)
        number, exp = made._int, made._exp
        top = context.Emax if not context.clamp else context.Etop()
        while number % 10 == 0 and exp < top:
            number //= 10
            exp += 1
        return _make(made._sign, number, exp)

    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = _operand(other)
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        if other._kind != 'F' or other._exp != 0 or other._int > 2 * (context.Emax + context.prec):
            return context._invalid()
        if self._kind == 'I':
            return self
        return _make(self._sign, self._int, self._exp + int(other))._fix(context)

    def _next(self, context, up):
        context = context or getcontext()
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        if self._kind == 'I':
            if self._sign == (0 if up else 1):
                return self
            return _make(self._sign, 10 ** context.prec - 1, context.Etop())
        quiet = context.copy()
        quiet.clear_traps()
        quiet.rounding = ROUND_CEILING if up else ROUND_FLOOR
        made = self._fix(quiet)
        if made._cmp(self):
            return made
        return self._add(_make(0 if up else 1, 1, context.Etiny() - 1), quiet)

    def next_plus(self, context=None):
        return self._next(context, True)

    def next_minus(self, context=None):
        return self._next(context, False)

    def next_toward(self, other, context=None):
        context = context or getcontext()
        other = _operand(other)
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        order = self._cmp(other)
        if not order:
            return self.copy_sign(other)
        return self._next(context, order < 0)

    # -- digits

    def _moved(self, other, context, rotate):
        context = context or getcontext()
        other = _operand(other)
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        if other._kind != 'F' or other._exp or not -context.prec <= int(other) <= context.prec:
            return context._invalid()
        if self._kind == 'I':
            return self
        by = int(other)
        keep = 10 ** context.prec
        number = self._int % keep
        if rotate:
            by %= context.prec
            text = str(number).zfill(context.prec)
            number = int(text[by:] + text[:by])
        else:
            number = number * 10 ** by % keep if by >= 0 else number // 10 ** -by
        return _make(self._sign, number, self._exp)

    def rotate(self, other, context=None):
        return self._moved(other, context, True)

    def shift(self, other, context=None):
        return self._moved(other, context, False)

    def _logical(self, context, others, combine):
        context = context or getcontext()
        operands = [self, *map(_operand, others)]
        texts = []
        for x in operands:
            if x._kind != 'F' or x._sign or x._exp or set(str(x._int)) - {'0', '1'}:
                return context._invalid()
            texts.append(str(x._int)[-context.prec:])
        width = context.prec if len(texts) == 1 else max(map(len, texts))
        texts = [text.zfill(width) for text in texts]
        return _make(0, int(''.join([str(int(combine(*[c == '1' for c in bits]))) for bits in zip(*texts)])), 0)

    def logical_and(self, other, context=None):
        return self._logical(context, [other], lambda a, b: a and b)

    def logical_or(self, other, context=None):
        return self._logical(context, [other], lambda a, b: a or b)

    def logical_xor(self, other, context=None):
        return self._logical(context, [other], lambda a, b: a != b)

    def logical_invert(self, context=None):
        return self._logical(context, [], lambda a: not a)

    # -- conversions

    def __int__(self):
        if self._kind == 'I':
            raise OverflowError('cannot convert Infinity to integer')
        if self._kind != 'F':
            raise ValueError('cannot convert NaN to integer')
        value = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        if self._kind == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        if self._kind == 'n':
            return float('-nan' if self._sign else 'nan')
        return float(self._text(1))

    def __complex__(self):
        return complex(float(self))

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError('optional arg must be an integer')
            return self.quantize(_make(0, 1, -n))
        return self._to_int(ROUND_HALF_EVEN)

    def _to_int(self, rounding):
        if self._kind == 'I':
            raise OverflowError('cannot convert Infinity to integer')
        if self._kind != 'F':
            raise ValueError('cannot convert NaN to integer')
        return int(self._rescaled(0, rounding))

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(self)

    def __deepcopy__(self, memo):
        return self.__copy__()


_numbers.Number.register(Decimal)

for _name in ('abs', 'add', 'compare', 'compare_signal', 'compare_total', 'compare_total_mag', 'copy_abs', 'copy_negate', 'copy_sign',
              'divide', 'divide_int', 'divmod', 'exp', 'fma', 'ln', 'log10', 'logb', 'logical_and', 'logical_invert', 'logical_or',
              'logical_xor', 'max', 'max_mag', 'min', 'min_mag', 'minus', 'multiply', 'next_minus', 'next_plus', 'next_toward',
              'normalize', 'number_class', 'plus', 'quantize', 'remainder', 'remainder_near', 'rotate', 'same_quantum', 'scaleb',
              'shift', 'sqrt', 'subtract', 'to_eng_string', 'to_integral_exact', 'to_integral_value', 'is_normal', 'is_subnormal'):
    _of = {'abs': '__abs__', 'add': '__add__', 'divide': '__truediv__', 'divide_int': '__floordiv__', 'divmod': '__divmod__',
           'minus': '__neg__', 'multiply': '__mul__', 'plus': '__pos__', 'remainder': '__mod__', 'subtract': '__sub__'}.get(_name, _name)
    setattr(Context, _name, _context_method(_of))


def _plain(name):
    return lambda self, a: getattr(_operand(a), name)()


for _name in ('is_canonical', 'is_finite', 'is_infinite', 'is_nan', 'is_qnan', 'is_snan', 'is_zero', 'copy_abs', 'copy_negate'):
    setattr(Context, _name, _plain(_name))
Context.to_integral = Context.to_integral_value
Context.canonical = lambda self, a: _operand(a)
Context.copy_decimal = lambda self, a: _operand(a)
Context.to_sci_string = lambda self, a: _operand(a)._text(self.capitals)
Context.power = lambda self, a, b, modulo=None: _operand(a)._pow(_operand(b), self, modulo)


def _arithmetic(other):
    """The operand of an operator, or None."""
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _operand(other)
    return None


def _wide(context):
    wide = context.copy()
    object.__setattr__(wide, 'prec', 10 ** 9)
    object.__setattr__(wide, 'Emax', MAX_EMAX)
    object.__setattr__(wide, 'Emin', MIN_EMIN)
    return wide


def _from_float(value):
    if value != value:
        return _nan()
    if value in (float('inf'), float('-inf')):
        return _make(int(value < 0), 0, 0, 'I')
    sign = int(_math.copysign(1.0, value) < 0)
    up, down = abs(value).as_integer_ratio()
    power = down.bit_length() - 1
    return _make(sign, up * 5 ** power, -power)


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    number = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
        number = number * 10 + digit
    if exponent == 'F':
        return _make(sign, 0, 0, 'I')
    if exponent in ('n', 'N'):
        return _make(sign, number, 0, exponent)
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'" if isinstance(exponent, str)
                         else 'exponent must be an integer')
    return _make(sign, number, exponent)


# -- functions of real numbers, on ints scaled by powers of ten

def _atanh_inverse(n, one):
    """atanh(1/n), scaled."""
    term = one // n
    total = term
    square = n * n
    k = 3
    while term:
        term //= square
        total += term // k
        k += 2
    return total


_ln10_known = {}


def _ln10(digits):
    """ln 10 with so many digits behind the point, as an int."""
    if digits not in _ln10_known:
        one = 10 ** (digits + 8)
        value = 46 * _atanh_inverse(31, one) + 34 * _atanh_inverse(49, one) + 20 * _atanh_inverse(161, one)
        if len(_ln10_known) > 20:
            _ln10_known.clear()
        _ln10_known[digits] = value // 10 ** 8
    return _ln10_known[digits]


def _exp_scaled(x, digits):
    """e to the x / 10**digits, scaled, for a non-negative x of a few units."""
    halvings = max(8, _math.isqrt(digits * 3))
    scale = 1 << (int(digits * 3.33) + 2 * halvings + 20)
    y = x * scale // 10 ** digits >> halvings
    term = total = scale
    k = 1
    while term:
        term = term * y // scale // k
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // scale
    return total * 10 ** digits // scale


def _exp_digits(number, exp, p):
    """(digits, exponent) of e to the number * 10**exp."""
    extra = max(0, exp + _length(abs(number)))
    digits = p + extra + 6
    x = number * 10 ** (exp + digits) if exp + digits >= 0 else number // 10 ** -(exp + digits)
    ln10 = _ln10(digits)
    k, rest = divmod(x, ln10)
    value = _exp_scaled(rest, digits)
    drop = digits - p
    return (value + 10 ** drop // 2) // 10 ** drop, k - p


def _ln_scaled(m, digits):
    """ln(m / 10**digits), scaled, for m / 10**digits between 1 and 10."""
    one = 10 ** digits
    y = int(_math.log(m / one) * 10 ** 15) * 10 ** max(0, digits - 15) if digits >= 15 else int(_math.log(m / one) * one)
    right = 14
    while True:
        e = _exp_scaled(y, digits)
        # Halley: three times the digits
        y += 2 * one * (m - e) // (m + e)
        right *= 3
        if right > digits + 2:
            return y


def _log_digits(number, exp, p, base10):
    """(value, scale): the logarithm is about value / 10**scale, with p digits."""
    length = _length(number)
    k = exp + length - 1
    # near 1 the logarithm is small: as many digits more
    digits = p + 10 + max(0, _length(abs(k)) if k else 0)
    if k in (0, -1):
        gap = abs(number * 10 ** 3 // 10 ** (length - 1) - (10 ** 3 if k == 0 else 10 ** 4))
        if gap < 10:
            top = number - 10 ** (length - 1) if k == 0 else 10 ** length - number
            digits += max(0, length - _length(top)) + 2
    m = number * 10 ** (digits - length + 1) if digits >= length - 1 else number // 10 ** (length - 1 - digits)
    value = _ln_scaled(m, digits) + k * _ln10(digits)
    if base10:
        value = value * 10 ** digits // _ln10(digits)
    drop = max(0, _length(abs(value)) - p)
    return value // 10 ** drop if value >= 0 else -(-value // 10 ** drop), digits - drop


def _power_digits(base, other, p):
    """((digits, exponent), False) of base to the other."""
    size = max(0, other.adjusted() + _length(abs(base.adjusted()) + 1)) + 4
    value, scale = _log_digits(base._int, base._exp, p + size + 4, False)
    number = value * (-other._int if other._sign else other._int)
    return _exp_digits(number, other._exp - scale, p), False


def _exact_power(base, other, candidate):
    """Whether base ** other is the candidate exactly."""
    up, down = other.copy_abs().as_integer_ratio()
    if up > 400 or down > 400:
        return False
    x, y = base.as_integer_ratio()
    if other._sign:
        x, y = y, x
    a, b = candidate.as_integer_ratio()
    return a ** down == x ** up and b ** down == y ** up


def _padded(value, prec, whole, context):
    """An exact power: filled with zeros unless the exponent was whole and positive."""
    if not whole:
        missing = prec - _length(value._int)
        if missing > 0:
            value = _make(value._sign, value._int * 10 ** missing, value._exp - missing)
    else:
        while value._int % 10 == 0 and value._exp < 0:
            value = _make(value._sign, value._int // 10, value._exp + 1)
    return value._fix(context)


_SPEC = _re.compile(r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<alt>#)?(?P<zero>0)?'
                    r'(?P<width>\d+)?(?P<comma>[,_])?(?:\.(?P<prec>\d+))?(?P<type>[eEfFgGn%])?', _re.S)


def _formatted(self, spec, context):
    if not isinstance(spec, str):
        raise TypeError('format argument must be str')
    m = _SPEC.fullmatch(spec)
    if m is None or m['comma'] == '_' :
        raise ValueError('invalid format string')
    kind = m['type'] or 'g'
    fill, align = m['fill'], m['align']
    if m['zero'] and not align:
        fill, align = '0', '='
    fill = fill or ' '
    align = align or '>'
    width = int(m['width'] or 0)
    if self._kind != 'F':
        body = self.copy_abs()._text(1)
        if m['zero'] and not m['align']:
            fill, align = ' ', '>'
        if kind == '%':
            body += '%'
    else:
        body = _number_text(self, m, kind, context)
        if m['comma']:
            whole, rest = _re.match(r'(\d*)(.*)', body, _re.S).groups()
            least = width - len(rest) - (1 if self._sign or m['sign'] in ('+', ' ') else 0) if fill == '0' and align == '=' else 0
            whole = _grouped(whole, least)
            body = whole + rest
    negative = self._sign
    if m['no_neg_0'] and negative and not _re.search('[1-9]', body):
        negative = 0
    sign = '-' if negative else '' if m['sign'] in (None, '-') else m['sign']
    padding = fill * (width - len(sign) - len(body))
    if align == '<':
        return sign + body + padding
    if align == '>':
        return padding + sign + body
    if align == '=':
        return sign + padding + body
    half = len(padding) // 2
    return padding[:half] + sign + body + padding[half:]


def _grouped(digits, least):
    groups = []
    while True:
        if len(digits) <= 3:
            groups.append(digits)
            break
        groups.append(digits[-3:])
        digits = digits[:-3]
    text = ','.join(reversed(groups))
    while len(text) < least:
        text = ('0' if len(text) % 4 != 3 else '0,') + text
    return text


def _number_text(self, m, kind, context):
    value = self.copy_abs()
    if kind == '%':
        value = _make(0, value._int, value._exp + 2)
    precision = None if m['prec'] is None else int(m['prec'])
    rounding = context.rounding
    if precision is not None:
        if kind in 'eE':
            value = _to_length(value, precision + 1, rounding, self._sign)
        elif kind in 'fF%':
            value = _make(self._sign, value._int, value._exp)._rescaled(-precision, rounding).copy_abs()
        elif _length(value._int) > (precision or 1):
            value = _to_length(value, precision or 1, rounding, self._sign)
    elif kind in 'fF%' and value._exp > 0:
        value = value._rescaled(0, rounding)
    if not value._int and value._exp > 0 and kind in 'fF%':
        value = value._rescaled(0, rounding)
    digits = str(value._int)
    left = value._exp + len(digits)
    if kind in 'eE':
        point = 1 - precision if not value._int and precision is not None else 1
    elif kind in 'fF%':
        point = left
    elif value._exp <= 0 and left > -6:
        point = left
    else:
        point = 1
    if kind in 'eE' and not value._int and precision is not None:
        body = '0' + ('.' + '0' * precision if precision else '')
        exponent = value._exp + precision
        return body + f'{kind}{exponent:+}'
    if point <= 0:
        whole, fraction = '0', '0' * -point + digits
    elif point >= len(digits):
        whole, fraction = digits + '0' * (point - len(digits)), ''
    else:
        whole, fraction = digits[:point], digits[point:]
    body = whole + ('.' + fraction if fraction or m['alt'] else '')
    if kind not in 'fF%' and (left != point or kind in 'eE'):
        capital = 'E' if kind in 'EG' or m['type'] is None and context.capitals else 'e'
        body += f'{capital}{left - point:+}'
    return body + ('%' if kind == '%' else '')


def _to_length(value, length, rounding, sign):
    if not value._int:
        return _make(0, 0, value._exp)
    number, exp = value._int, value._exp
    drop = _length(number) - length
    if drop > 0:
        number = _rounded(sign, number, drop, rounding)[0]
        exp += drop
        if _length(number) > length:
            number //= 10
            exp += 1
    elif drop < 0 and length:
        number *= 10 ** -drop
        exp += drop
    return _make(0, number, exp)


__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException', 'Clamped',
           'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow', 'FloatOperation',
           'DivisionImpossible', 'InvalidContext', 'ConversionSyntax', 'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP',
           'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext',
           'localcontext', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']
