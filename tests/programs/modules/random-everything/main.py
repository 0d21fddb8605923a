import random

random.seed(12345)
print(random.random(), random.randint(1, 6), random.randrange(0, 100, 7), random.uniform(1, 2), random.choice('abc'), random.choices([1, 2, 3], k=4), random.choices('ab', weights=[9, 1], k=5), random.choices('ab', cum_weights=[1, 10], k=3), random.sample(range(100), 5), random.sample('abc', 3, counts=[2, 1, 1]), random.getrandbits(70), random.randbytes(5))
x = list(range(8))
random.shuffle(x)
print(x, random.gauss(0, 1), random.gauss(), random.normalvariate(0, 1), random.lognormvariate(0, 1), random.expovariate(1.5), round(random.gammavariate(2, 3), 9), round(random.gammavariate(0.5, 1), 9), random.betavariate(1, 2), random.paretovariate(3), random.weibullvariate(1, 2), random.triangular(0, 1, 0.3), random.vonmisesvariate(0, 1), random.triangular())
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random())
for seed in (0, -5, 'text', b'bytes', 3.5, 2**70, bytearray(b'x')):
    print(random.Random(seed).random(), end=' ')
r = random.Random(7)
print(r.random(), r.randint(10, 20))
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.choices([1], weights=[1, 2]), lambda: random.sample({1, 2}, 1), lambda: random.seed([]), lambda: random.choices([1, 2], [0, 0]), lambda: random.sample([1, 2], -1), lambda: random.getrandbits(-1), lambda: random.randrange(1, 10, 0), lambda: random.choices([1], [1], cum_weights=[1])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
