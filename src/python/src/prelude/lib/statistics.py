"""statistics: of ints and floats."""

import math


class StatisticsError(ValueError):
    pass


def _numbers(data, message):
    data = list(data)
    if not data:
        raise StatisticsError(message)
    return data


def _exact(data):
    """The sum as a fraction: numerator and denominator."""
    top, bottom = 0, 1
    for value in data:
        n, d = value.as_integer_ratio()
        if d == bottom:
            top += n
        else:
            top, bottom = top * d + n * bottom, bottom * d
            common = math.gcd(top, bottom)
            top //= common
            bottom //= common
    return top, bottom


def _divided(top, bottom, whole):
    if whole and top % bottom == 0:
        return top // bottom
    return top / bottom


def _all_ints(data):
    return all([isinstance(value, int) for value in data])


def mean(data):
    data = _numbers(data, 'mean requires at least one data point')
    top, bottom = _exact(data)
    return _divided(top, bottom * len(data), _all_ints(data))


def fmean(data, weights=None):
    data = _numbers(data, 'fmean requires at least one data point')
    if weights is None:
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    data = _numbers(data, 'geometric mean requires a non-empty dataset containing positive numbers')
    return math.exp(math.fsum([math.log(x) for x in data]) / len(data))


def harmonic_mean(data, weights=None):
    data = _numbers(data, 'harmonic_mean requires at least one data point')
    if min(data) < 0:
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    return len(data) / math.fsum([1 / x for x in data])


def median(data):
    data = sorted(_numbers(data, 'no median for empty data'))
    n = len(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(_numbers(data, 'no median for empty data'))
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(_numbers(data, 'no median for empty data'))
    return data[len(data) // 2]


def mode(data):
    counts = {}
    for value in _numbers(data, 'no mode for empty data'):
        counts[value] = counts.get(value, 0) + 1
    return max(counts, key=counts.get)


def multimode(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _squares(data, center=None):
    """Sum of squared deviations as a fraction."""
    n = len(data)
    if center is None:
        top, bottom = _exact(data)
        bottom *= n
    else:
        top, bottom = center.as_integer_ratio()
    total, scale = 0, 1
    for value in data:
        a, b = value.as_integer_ratio()
        difference, over = a * bottom - top * b, b * bottom
        total, scale = total * over * over + difference * difference * scale, scale * over * over
        common = math.gcd(total, scale)
        total //= common
        scale //= common
    return total, scale


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('variance requires at least two data points')
    top, bottom = _squares(data, xbar)
    return _divided(top, bottom * (len(data) - 1), _all_ints(data))


def pvariance(data, mu=None):
    data = _numbers(data, 'pvariance requires at least one data point')
    top, bottom = _squares(data, mu)
    return _divided(top, bottom * len(data), _all_ints(data))


def _root(top, bottom):
    """The correctly rounded square root of a fraction."""
    if not top:
        return 0.0
    shift = (top.bit_length() - bottom.bit_length() - 109) // 2
    if shift >= 0:
        root = math.isqrt(top // (bottom << 2 * shift))
        exact = root * root * (bottom << 2 * shift) == top
    else:
        root = math.isqrt((top << -2 * shift) // bottom)
        exact = root * root * bottom == top << -2 * shift
    root |= not exact
    return root / (1 << -shift) if shift < 0 else float(root << shift)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('stdev requires at least two data points')
    top, bottom = _squares(data, xbar)
    return _root(top, bottom * (len(data) - 1))


def pstdev(data, mu=None):
    data = _numbers(data, 'pstdev requires at least one data point')
    top, bottom = _squares(data, mu)
    return _root(top, bottom * len(data))


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    for i in range(1, n):
        if method == 'inclusive':
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        else:
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def covariance(x, y, /):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError('covariance requires at least two data points')
    mx, my = math.fsum(x) / len(x), math.fsum(y) / len(y)
    return math.fsum([(a - mx) * (b - my) for a, b in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /):
    x, y = list(x), list(y)
    mx, my = math.fsum(x) / len(x), math.fsum(y) / len(y)
    top = math.fsum([(a - mx) * (b - my) for a, b in zip(x, y)])
    bottom = math.sqrt(math.fsum([(a - mx) ** 2 for a in x]) * math.fsum([(b - my) ** 2 for b in y]))
    if not bottom:
        raise StatisticsError('at least one of the inputs is constant')
    return top / bottom
