"""Generators: laziness, send, throw, close, delegation, return values."""
def countdown(n):
    print("starting")
    while n > 0:
        yield n
        n -= 1
    return "done"


g = countdown(3)
print(next(g), next(g), list(g), next(g, "empty"))


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


a = averager()
next(a)
print(a.send(10), a.send(20), a.send(3))
a.close()
try:
    a.send(1)
except StopIteration:
    print("closed")


def resilient():
    while True:
        try:
            x = yield "waiting"
            print("got", x)
        except ValueError as error:
            print("handled", error)
            yield "recovered"
        finally:
            print("finally")


r = resilient()
print(next(r), r.throw(ValueError("oops")), next(r), r.send(5))
r.close()


def chain(*iterables):
    for iterable in iterables:
        result = yield from iterable
        print("result", result)


def inner():
    received = yield 1
    print("received", received)
    return "inner result"


c = chain(inner(), "ab")
print(next(c), c.send("hello"), next(c))
print(list(c))
squares = (x * x for x in range(10) if x % 2)
print(next(squares), sum(squares), list(squares))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, iterable):
    for _, item in zip(range(n), iterable):
        yield item


print(list(take(12, fibonacci())), [x for x in take(3, "abcdef")])


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree((((None, 1, None), 2, (None, 3, None)), 4, None))))
try:
    gen = countdown(1)
    next(gen)
    next(gen)
except StopIteration as stop:
    print("value", stop.value)


def bad():
    yield 1
    raise StopIteration


try:
    list(bad())
except RuntimeError as error:
    print("RuntimeError:", error)


def selfish():
    yield next(me)


me = selfish()
try:
    next(me)
except ValueError as error:
    print("ValueError:", error)
fresh = countdown(1)
try:
    fresh.send(1)
except TypeError as error:
    print("TypeError:", error)
lazy = (print("evaluated", i) or i for i in range(2))
print("made", type(lazy).__name__)
print(any(i > 0 for i in lazy))
pipeline = (line.strip() for line in ["a ", " b", ""])
print([line for line in pipeline if line], max((len(w), w) for w in ["x", "yyy", "zz"]))
