"""What randrange makes of floats, texts and nothing; old states; seeds that are none."""
import random
import warnings


def attempt(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = function(*args)
        except Exception as error:
            result = f"{type(error).__name__} {error}"
    print(args, result, *(f"| {w.category.__name__} {w.message}" for w in caught))


class Five:
    def __index__(self):
        return 5


random.seed(11)
for args in ((5.0,), (2.5,), ("9",), ("x",), (None,), (3, 9.0), (3, 9.5), (3, "9"), (3, 9, 2.0), (3, 9, 1.5), (3, 9, 0), (9, 3),
             (9, 3, -2), (3, 9, -2), (True,), (0,), ([],)):
    attempt(random.randrange, *args)
print(random.randrange(Five()), random.randint(1, 6))
attempt(random.randint, 1.0, 6.0)
attempt(random.seed, [1])
attempt(random.setstate, (7, (), None))
generator = random.Random(3)
version, words, pending = generator.getstate()
signed = tuple(word - (1 << 32) if word >= 1 << 31 else word for word in words)
first = generator.random()
generator.setstate((2, signed, pending))
print(generator.random() == first)
