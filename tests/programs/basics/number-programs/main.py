"""Small numeric programs: sieve, gcd, collatz, matrices, Newton, big numbers."""
def sieve(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, prime in enumerate(flags) if prime]


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def newton(f, df, x):
    for _ in range(50):
        step = f(x) / df(x)
        x -= step
        if abs(step) < 1e-14:
            break
    return x


primes = sieve(1000)
print(len(primes), primes[-5:], sum(primes), gcd(1071, 462), max(range(1, 1000), key=collatz), collatz(27))
m = [[1, 1], [1, 0]]
power = [[1, 0], [0, 1]]
for _ in range(90):
    power = multiply(power, m)
print(power[0][1], f"{newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0):.12f}")
pascal = [[1]]
for _ in range(8):
    pascal.append([a + b for a, b in zip([0] + pascal[-1], pascal[-1] + [0])])
print(pascal[-1], 2 ** 521 - 1, sum(int(c) for c in str(2 ** 1000)))
digits = []
n = 2 ** 61 - 1
while n:
    n, r = divmod(n, 10)
    digits.append(r)
print(digits[::-1], f"{355 / 113:.10f}", pow(3, 10 ** 6, 10 ** 9 + 7))
total = 0
for base, factor in ((5, 16), (239, -4)):
    x, k, sign = abs(factor) * 10 ** 45 // base, 1, 1 if factor > 0 else -1
    while x:
        total += sign * (x // k)
        x //= base * base
        k += 2
        sign = -sign
print(total // 10 ** 5)
