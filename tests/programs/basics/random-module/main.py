"""random: the same numbers as CPython for the same seed."""
import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.randrange(0, 100, 5), random.uniform(1, 2))
print(random.choice("abcdef"), random.choices([1, 2, 3], k=5), random.sample(range(100), 5), random.getrandbits(40))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.gauss(0, 1), random.expovariate(2), random.triangular(0, 10, 5))
random.seed("a text")
print(random.random(), [random.randrange(10) for _ in range(10)])
first, second = random.Random(7), random.Random(7)
print(first.random() == second.random(), first.randint(0, 10**30), second.normalvariate(10, 2))
print(random.Random(0).choices("xyz", weights=[1, 2, 7], k=10))
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], random.betavariate(2, 3))
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2)):
    try:
        bad()
    except (IndexError, ValueError) as error:
        print(type(error).__name__ + ":", error)
