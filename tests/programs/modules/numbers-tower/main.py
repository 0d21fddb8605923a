import numbers
from fractions import Fraction

for value in (1, True, 1.5, 1j, Fraction(1, 2), '1', None):
    print(repr(value), [c.__name__ for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(value, c)])


class Mod7(numbers.Number):
    pass


print(isinstance(Mod7(), numbers.Number), issubclass(numbers.Integral, numbers.Rational), (5).numerator, True.denominator)
try:
    numbers.Integral()
except TypeError as e:
    print(str(e).split(' with')[0])
