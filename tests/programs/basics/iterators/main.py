"""The iterator protocol, and the built-ins that speak it."""
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Squares:
    def __len__(self):
        return 4

    def __getitem__(self, i):
        if i >= 4:
            raise IndexError(i)
        return i * i


print(list(Countdown(3)), [*Squares()], 9 in Squares(), 5 in Squares(), list(reversed(Squares())), max(Squares()))
a, b, c = Countdown(3)
print(a, b, c, tuple(Countdown(2)), sorted(Countdown(4)), sum(Countdown(5)), dict(zip("ab", Countdown(2))))
it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, "end"), iter(it) is it)
numbers = iter([5, 3, 0, 7])
print(list(iter(lambda: next(numbers), 0)), next(numbers))
print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip(*[(1, "a"), (2, "b")])), list(enumerate("xy", start=5)))
print(list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(lambda n: n % 2, range(6))), list(map(int, "123")))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print("ValueError:", error)
for bad in (lambda: iter(5), lambda: next([]), lambda: list(3), lambda: next(iter([])), lambda: [*None], lambda: (lambda *a: a)(*1)):
    try:
        print(bad())
    except (TypeError, StopIteration) as error:
        print(type(error).__name__ + ":", error)


class Endless:
    def __iter__(self):
        n = 0
        while True:
            yield n
            n += 1


for n in Endless():
    if n > 3:
        break
else:
    print("never")
print(n)
items = [1, 2, 3]
seen = []
for item in items:
    seen.append(item)
    if len(items) < 6:
        items.append(item * 10)
print(seen)
pairs = iter(range(6))
print([(x, next(pairs)) for x in pairs], min(Countdown(3), key=lambda n: -n), sum([[1], [2]], []))
