def numbers(n):
    for i in range(n): yield i
def square(it):
    for x in it: yield x * x
def odd(it): return (x for x in it if x % 2)
print(sum(odd(square(numbers(10)))))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice, takewhile
print(list(islice(fib(), 10)), list(takewhile(lambda x: x < 50, fib())))
def avg():
    total = n = 0
    mean = None
    while True:
        v = yield mean
        total += v; n += 1
        mean = total / n
a = avg(); next(a)
print([a.send(v) for v in (10, 20, 60)])
def windows(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)
print(list(windows("abcde", 3)))
