class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), sum(Count(4)), max(Count(5)), 3 in Count(4), sorted(Count(3), reverse=True))
a, b = Count(2); print(a, b)
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), 25 in Seq(), list(reversed([1, 2])))
class NoIter:
    __iter__ = None
for bad in (5, NoIter(), None, 1.5, object):
    try: iter(bad)
    except TypeError as e: print(e)
class BadIter:
    def __iter__(self): return 5
try: iter(BadIter())
except TypeError as e: print(e)
it = iter([1, 2, 3]); next(it)
print(list(it), next(it, "default"), list(iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)))
print(it.__length_hint__(), type(iter([])).__name__, type(iter({})).__name__, type(iter("")).__name__, type(iter(range(0))).__name__)
