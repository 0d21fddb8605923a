from decimal import Decimal as D
from fractions import Fraction as F
import statistics as s

print(s.mean([1, 2, 3, 4, 4]), s.mean([-1.0, 2.5, 3.25, 5.75]), s.mean([F(3, 7), F(1, 21)]), s.mean([D('0.5'), D('0.75')]), s.mean([1, 2]), s.mean([True, False]), s.mean([0.1] * 10), s.mean([1e30, 1, -1e30]), s.mean(iter([1, 3])))
print(s.fmean([3.5, 4.0, 5.25]), s.fmean([85, 92], weights=[0.2, 0.8]), s.geometric_mean([54, 24, 36]), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], weights=[5, 30]), s.harmonic_mean([10, 0]), s.harmonic_mean([2.5, 3, 10]))
print(s.median([1, 3, 5]), s.median([1, 3, 5, 7]), s.median_low([1, 3, 5, 7]), s.median_high([1, 3, 5, 7]), s.median_grouped([52, 52, 53, 54]), s.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), s.median_grouped([1, 3, 3, 5, 7], interval=2))
print(s.mode([1, 1, 2, 3]), s.mode('aabbb'), s.multimode('aabbbbccddddeeffffgg'), s.multimode(''), s.quantiles([1, 2, 3, 4, 5]), s.quantiles(range(1, 101), n=10), s.quantiles([1, 2, 3, 4], n=4, method='inclusive'))
for f in (lambda: s.mean([]), lambda: s.median([]), lambda: s.mode([]), lambda: s.fmean([]), lambda: s.geometric_mean([1, -1]), lambda: s.harmonic_mean([]), lambda: s.harmonic_mean([-1, 2]), lambda: s.quantiles([1]), lambda: s.quantiles([1, 2], n=0), lambda: s.quantiles([1, 2], method='x'),
          lambda: s.mean(['a']), lambda: s.mean([1.5, D(1)]), lambda: s.fmean([1], weights=[1, 2]), lambda: s.median_grouped([]), lambda: s.mean(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
