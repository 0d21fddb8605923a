"""Iteration: __iter__, __next__, __getitem__, errors, exhaustion."""
class Range:
    def __init__(self, n): self.n = n
    def __iter__(self): return RangeIter(self.n)
class RangeIter:
    def __init__(self, n): self.i = 0; self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
class Old:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i


print(list(Range(3)), tuple(Old()), [*Old()], sum(Old()), 4 in Old(), 5 in Old(), 2 in Range(3))
a, b, c = Range(3)
print(a, b, c, dict(zip(Range(2), Old())), max(Range(4)), sorted(Old(), reverse=True), list(reversed([*Range(3)])))
for x in Range(2):
    for y in Old():
        print(x, y, end=' ')
print()
it = iter(Range(2))
print(next(it), next(it), next(it, 'done'), next(it, None))
try:
    next(it)
except StopIteration as e:
    print('stop', e.value)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class BadIter:
    def __iter__(self): return 5
class NoNext:
    def __iter__(self): return object()
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i


attempt(lambda: iter(BadIter()))
attempt(lambda: [x for x in BadIter()])
attempt(lambda: list(NoNext()))
attempt(lambda: list(NoneIter()))
attempt(lambda: iter(5))
attempt(lambda: [x for x in 5])
attempt(lambda: list(None))
attempt(lambda: next(5))
attempt(lambda: next([]))
attempt(lambda: (lambda a, b: 0)(*Range(2)))
attempt(lambda: 3 in 5)
attempt(lambda: 3 in object())
attempt(lambda: [].__iter__().__next__())
def unpack(n, src):
    if n == 2: a, b = src
    if n == 3: a, b, c = src
    if n == 's': a, *b, c = src; return a, b, c
attempt(lambda: unpack(2, Range(3)))
attempt(lambda: unpack(3, Range(2)))
attempt(lambda: unpack(2, [1]))
attempt(lambda: unpack(2, 5))
attempt(lambda: unpack('s', [1]))
attempt(lambda: unpack('s', Range(4)))
attempt(lambda: unpack(2, {'x': 1}))
attempt(lambda: unpack(2, 'abc'))


class Failing:
    def __iter__(self): return self
    def __next__(self): raise ValueError('next failed')


attempt(lambda: list(Failing()))
attempt(lambda: [x for x in Failing()])
attempt(lambda: sum(Failing()))
attempt(lambda: 1 in Failing())
attempt(lambda: dict(Failing()))
attempt(lambda: unpack(2, Failing()))
n = iter([1, 2, 3, 0, 4].pop, 0)
print(next(n), list(n))
items = [1, 2, 3]
for i in items:
    if i == 1: items.append(9)
    print(i, end=' ')
print()
d = {1: 1, 2: 2}
try:
    for k in d: d[k + 10] = 1
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e:
    print(e)
i = iter([1, 2])
print(list(i), list(i))
for x in []: pass
else: print('else of empty')
for x in [1]:
    break
else: print('no')
print(x)
