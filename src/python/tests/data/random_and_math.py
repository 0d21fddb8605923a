"""Prints seeded random numbers and exact results of math. The golden beside it is CPython's output:
    python3.11 random_and_math.py > random_and_math.golden
"""

import math
import random


def show(label, make):
    try:
        result = repr(make())
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(label, '=>', result)


for seed in [0, 1, 42, -7, 2**32, 2**200, 'hello', '', b'bytes', bytearray(b'x'), 2.5, True]:
    random.seed(seed)
    show(f'seed {seed!r}', lambda: [random.random() for _ in range(3)])
    show('getrandbits', lambda: [random.getrandbits(k) for k in (1, 5, 31, 32, 33, 64, 100, 0)])
    show('randint', lambda: [random.randint(1, n) for n in (1, 2, 6, 100, 10**12, 10**30)])
    show('randrange', lambda: [random.randrange(10), random.randrange(5, 50), random.randrange(0, 100, 7), random.randrange(10, 0, -3)])
    show('choice', lambda: [random.choice('abcdef') for _ in range(5)])
    show('choices', lambda: random.choices([1, 2, 3], weights=[1, 5, 2], k=6) + random.choices('xyz', k=3))
    show('sample', lambda: random.sample(range(1000), 12) + random.sample([1, 2, 3, 4, 5], 4))
    show('counts', lambda: random.sample(['a', 'b'], counts=[3, 4], k=5))
    items = list(range(12))
    random.shuffle(items)
    show('shuffle', lambda: items)
    show('uniform', lambda: random.uniform(-3, 8))
    show('triangular', lambda: [round(random.triangular(1, 5, 2), 12), round(random.triangular(), 12)])
    show('gauss', lambda: [round(random.gauss(10, 2), 12) for _ in range(3)])
    show('normalvariate', lambda: round(random.normalvariate(0, 1), 12))
    show('expovariate', lambda: round(random.expovariate(0.5), 12))
    show('betavariate', lambda: round(random.betavariate(2, 3), 12))
    show('gammavariate', lambda: [round(random.gammavariate(a, 2), 10) for a in (0.5, 1, 3)])
    show('others', lambda: [round(x, 10) for x in (random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2),
         random.vonmisesvariate(0, 4))])
    show('randbytes', lambda: random.randbytes(9))

own = random.Random(5)
state = own.getstate()
first = [own.random() for _ in range(700)]
own.setstate(state)
print(first == [own.random() for _ in range(700)], first[-1], own.gauss())
for make in ['random.choice([])', 'random.randrange(0)', 'random.randrange(5, 5)', 'random.randrange(1, 5, 0)', 'random.sample([1], 2)',
             'random.sample({1}, 1)', 'random.choices([1], weights=[0])', 'random.seed([1])', 'random.getrandbits(-1)', 'random.randint(3, 1)',
             'math.sqrt(-1)', 'math.log(0)', 'math.log(10, 1)', 'math.exp(1000)', 'math.factorial(-1)', 'math.factorial(1.5)', 'math.comb(5, -1)',
             'math.comb(-1, 2)', 'math.isqrt(-1)', 'math.gcd(1.5)', 'math.sqrt("a")', 'math.fmod(1, 0)', 'math.pow(0, -1)', 'math.acos(2)',
             'math.dist([1], [1, 2])', 'math.gamma(0)', 'math.fsum([1e308, 1e308])', 'math.tan(math.inf)', 'math.remainder(1, 0)',
             'math.isclose(1, 1, rel_tol=-1)', 'math.floor(math.nan)', 'math.trunc("a")', 'math.ceil(math.inf)', 'math.ldexp(1, 5000)']:
    show(make, lambda: eval(make))
for x in [0.0, 0.5, -2.5, 1e10, 3.7, -0.0, 1e-10, 123.456]:
    show(f'parts {x}', lambda: (math.floor(x), math.ceil(x), math.trunc(x), math.modf(x), math.frexp(x), math.fabs(x), math.ulp(x),
         math.copysign(1, x), math.nextafter(x, 1), math.degrees(x), math.radians(x), math.fmod(x, 0.7), math.remainder(x, 0.7), math.ldexp(x, 3)))
for n in (0, 1, 5, 20, 21, 30, 100):
    show(f'whole {n}', lambda: (math.factorial(n), math.comb(n, 3), math.perm(n, 2), math.isqrt(n), math.gcd(n, 12, 18), math.lcm(n, 6), math.perm(n)))
show('sums', lambda: (math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.prod([1.5, 2, 3]), math.prod([]), math.prod(range(1, 8), start=2)))
show('norms', lambda: (math.hypot(3, 4), math.hypot(1, 1, 1), math.hypot(), math.hypot(1e200, 1e200), math.dist((1, 2), (4, 6)), math.hypot(0.1, 0.2)))
show('big', lambda: (math.isqrt(10**41), math.gcd(2**200, 6**90), math.log(10**400), math.log2(2**500), math.comb(200, 100)))
show('tests', lambda: (math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1.0), math.pi, math.e, math.tau))
