"""Random numbers: distributions over the Mersenne Twister."""

from math import acos as _acos, ceil as _ceil, cos as _cos, exp as _exp, log as _log, pi as _pi, sin as _sin, sqrt as _sqrt
from sys import modules as _modules

__all__ = ['Random', 'SystemRandom', 'betavariate', 'choice', 'choices', 'expovariate', 'gammavariate', 'gauss', 'getrandbits',
           'getstate', 'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes', 'randint', 'random', 'randrange', 'sample',
           'seed', 'setstate', 'shuffle', 'triangular', 'uniform', 'vonmisesvariate', 'weibullvariate']

BPF = 53
RECIP_BPF = 2 ** -BPF
LOG4 = _log(4.0)
TWOPI = 2.0 * _pi
# Of Kinderman and Monahan's normal distribution, and of Cheng's gamma distribution.
NV_MAGICCONST = _exp(-0.5) * 4.0 / _sqrt(2.0)
SG_MAGICCONST = _log(4.5) + 1.0


def _whole(value, which):
    """An argument of randrange that is no int."""
    from _randrange import whole
    return whole(value, which)


def _position(totals, x, last):
    """Where the first of the running totals above x stands; the last place, if none is."""
    low = 0
    while low < last:
        middle = (low + last) // 2
        if totals[middle] > x:
            last = middle
        else:
            low = middle + 1
    return low


def _running_totals(weights):
    totals = []
    total = None
    for weight in weights:
        total = weight if total is None else total + weight
        totals.append(total)
    return totals


class Random:
    """A generator with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self._generator = _new_generator()
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        if isinstance(a, (str, bytes)) and version == 1:
            # As in Python 2, on 64 bits.
            codes = [ord(c) for c in a] if isinstance(a, str) else a
            x = codes[0] << 7 if codes else 0
            for code in codes:
                x = (x * 1000003 ^ code) & (1 << 64) - 1
            a = x ^ len(codes)
        elif isinstance(a, (str, bytes, bytearray)):
            if version == 2:
                a = _seed_number(a if not isinstance(a, str) else a.encode())
        elif a is not None and not isinstance(a, (int, float)):
            raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
        self._generator.seed(a)
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, self._generator.getstate(), self.gauss_next

    def setstate(self, state):
        version, words, pending = state
        if version == 2:
            # Of a Python that took the words as signed.
            words = [word % (1 << 32) for word in words]
        elif version != 3:
            raise ValueError(f'state with version {version} passed to Random.setstate() of version {self.VERSION}')
        self._generator.setstate(tuple(words))
        self.gauss_next = pending

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    # -- bits

    def random(self):
        return self._generator.random()

    def getrandbits(self, k):
        return self._generator.getrandbits(k)

    def randbytes(self, n):
        return self.getrandbits(8 * n).to_bytes(n, 'little')

    def _randbelow(self, n):
        if not n:
            return 0
        bits = n.bit_length()
        draw = self.getrandbits
        number = draw(bits)
        while number >= n:
            number = draw(bits)
        return number

    # -- integers

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def randrange(self, start, stop=None, step=1):
        first = start if type(start) is int else _whole(start, 'arg 1')
        if stop is None:
            if step != 1:
                raise TypeError('Missing a non-None stop argument')
            if first > 0:
                return self._randbelow(first)
            raise ValueError('empty range for randrange()')
        end = stop if type(stop) is int else _whole(stop, 'stop')
        stride = step if type(step) is int else _whole(step, 'step')
        width = end - first
        if stride == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f'empty range for randrange() ({first}, {end}, {width})')
        if not stride:
            raise ValueError('zero step for randrange()')
        # Rounded up, whichever way it goes.
        count = -(-width // stride)
        if count <= 0:
            raise ValueError('empty range for randrange()')
        return first + self._randbelow(count) * stride

    # -- sequences

    def choice(self, seq):
        n = len(seq)
        if not n:
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(n)]

    def shuffle(self, x):
        below = self._randbelow
        for i in range(len(x) - 1, 0, -1):
            j = below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)) or not hasattr(type(population), '__getitem__'):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            totals = _running_totals(counts)
            if len(totals) != n:
                raise ValueError('The number of counts does not match the population')
            total = totals.pop()
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total <= 0:
                raise ValueError('Total of counts must be greater than zero')
            return [population[_position(totals, s, len(totals))] for s in self.sample(range(total), k=k)]
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        below = self._randbelow
        # A set of what is taken, or a list of what is left: whichever is smaller.
        size_of_set = 21 if k <= 5 else 21 + 4 ** _ceil(_log(k * 3, 4))
        result = []
        if n > size_of_set:
            taken = set()
            while len(result) < k:
                j = below(n)
                while j in taken:
                    j = below(n)
                taken.add(j)
                result.append(population[j])
            return result
        left = list(population)
        for last in range(n - 1, n - 1 - k, -1):
            j = below(last + 1)
            result.append(left[j])
            left[j] = left[last]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        random = self.random
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[int(random() * n)] for _ in range(k)]
            if isinstance(weights, int):
                raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}')
            cum_weights = _running_totals(weights)
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if n != len(cum_weights):
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if total == float('inf') or total != total:
            raise ValueError('Total of weights must be finite')
        return [population[_position(cum_weights, random() * total, n - 1)] for _ in range(k)]

    # -- real numbers

    def uniform(self, a, b):
        width = b - a
        return a + width * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        peak = 0.5
        if mode is not None:
            if high == low:
                return low
            peak = (mode - low) / (high - low)
        if peak < u:
            # From the other end.
            low, high = high, low
            peak = 1.0 - peak
            u = 1.0 - u
        width = high - low
        return low + width * _sqrt(u * peak)

    def gauss(self, mu=0.0, sigma=1.0):
        # Two at a time.
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        random = self.random
        while True:
            across = random() - 0.5
            down = 1.0 - random()
            z = NV_MAGICCONST * across / down
            if -_log(down) >= z * z / 4.0:
                return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        z = self.normalvariate(mu, sigma)
        return _exp(z)

    def expovariate(self, lambd):
        x = _log(1.0 - self.random())
        return -x / lambd

    def vonmisesvariate(self, mu, kappa):
        random = self.random
        if kappa <= 1e-6:
            return random() * TWOPI
        s = 0.5 / kappa
        r = _sqrt(s * s + 1.0) + s
        while True:
            z = _cos(random() * _pi)
            d = z / (z + r)
            u = random()
            if 1.0 - d * d > u or _exp(d) * (1.0 - d) >= u:
                break
        q = 1.0 / r
        turn = _acos((z + q) / (z * q + 1.0))
        return (mu - turn if random() <= 0.5 else mu + turn) % TWOPI

    def gammavariate(self, alpha, beta):
        if not (alpha > 0.0 and beta > 0.0):
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        random = self.random
        if alpha == 1.0:
            return beta * -_log(1.0 - random())
        if alpha < 1.0:
            # Ahrens and Dieter's way.
            width = (alpha + 2.718281828459045) / 2.718281828459045
            while True:
                p = random() * width
                x = p ** (1.0 / alpha) if p <= 1.0 else -_log((width - p) / alpha)
                if random() <= (_exp(-x) if p <= 1.0 else x ** (alpha - 1.0)):
                    return beta * x
        # Cheng's.
        spread = _sqrt(alpha * 2.0 - 1.0)
        offset = alpha - LOG4
        slope = alpha + spread
        while True:
            u = random()
            if 1e-7 < u < 0.9999999:
                w = 1.0 - random()
                v = _log(u / (1.0 - u)) / spread
                x = _exp(v) * alpha
                z = u * u * w
                r = slope * v + offset - x
                if 4.5 * z <= r + SG_MAGICCONST or _log(z) <= r:
                    return beta * x

    def betavariate(self, alpha, beta):
        x = self.gammavariate(alpha, 1.0)
        return x and x / (self.gammavariate(beta, 1.0) + x)

    def paretovariate(self, alpha):
        u = 1.0 - self.random()
        return u ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        x = -_log(1.0 - self.random())
        return x ** (1.0 / beta) * alpha


class SystemRandom(Random):
    """There is no outside randomness in a run that must repeat: another generator of the run's own seed."""

    def seed(self, *args, **kwds):
        if not getattr(self, '_is_seeded', False):
            self._is_seeded = True
            super().seed()

    def getstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    def setstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')


# The functions of the module are methods of one generator; the quickest two are its core's.
_shared = Random()
for _name in __all__[2:]:
    _owner = _shared._generator if _name in ('random', 'getrandbits') else _shared
    setattr(_modules[__name__], _name, getattr(_owner, _name))
