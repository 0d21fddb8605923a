from decimal import Decimal as D
from fractions import Fraction as F
import statistics as s

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(s.variance(data), s.pvariance(data), s.stdev(data), s.pstdev(data), s.variance([1, 2, 3, 4]), s.variance([1, 2, 3]), s.pvariance([1, 1]), s.variance(data, s.mean(data)), s.pvariance(data, 1.0))
print(s.variance([D('27.5'), D('30.25'), D('30.25')]), s.variance([F(1, 6), F(1, 2), F(5, 3)]), s.stdev([1, 2, 3, 4, 5]), s.pstdev([1.5, 2.5]), s.stdev([D(1), D(4)]), s.stdev([F(1, 2), F(1, 3)]), s.stdev([10**10, 10**10 + 1]))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(s.covariance(x, y), s.correlation(x, x), round(s.correlation(x, y), 12), s.linear_regression([1971, 1975, 1979, 1982, 1983], [1, 2, 3, 4, 5]), s.linear_regression([1, 2, 3], [2, 4, 6], proportional=True))
for f in (lambda: s.variance([1]), lambda: s.pvariance([]), lambda: s.stdev([1]), lambda: s.pstdev([]), lambda: s.covariance([1], [1, 2]), lambda: s.covariance([1], [1]), lambda: s.correlation([1, 1], [1, 2]), lambda: s.linear_regression([1, 1], [1, 2])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
n = s.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.median, round(n.pdf(110), 12), round(n.cdf(130), 12), [round(n.inv_cdf(p), 9) for p in (0.001, 0.1, 0.5, 0.9, 1e-12)], [round(q, 9) for q in n.quantiles(4)], n.zscore(130))
print(n + 5, n - s.NormalDist(10, 5), n * 2, n / 3, -n, n == s.NormalDist(100, 15), hash(n) == hash(s.NormalDist(100, 15)), round(n.overlap(s.NormalDist(110, 20)), 12), s.NormalDist.from_samples([1, 2, 3]), [round(v, 9) for v in n.samples(3, seed=1)], 3 - n)
for f in (lambda: s.NormalDist(0, -1), lambda: n.inv_cdf(0), lambda: s.NormalDist(0, 0).pdf(0), lambda: n.overlap(3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
