from collections.abc import *
from collections import namedtuple
class Squares(Set):
    def __init__(self, items): self.items = list(dict.fromkeys(items))
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
    def __repr__(self): return f'Squares({sorted(self.items)})'
    __hash__ = Set._hash
a = Squares([1, 4, 9])
print(a | {16}, {16, 1} | a, a & [1, 2], [1, 2] & a, a - [1], [1, 2, 3] - a, a ^ [9, 10], [9, 10] ^ a, hash(a) == hash(frozenset([1, 4, 9])))
for bad in ('a | 3', '3 - a', 'a ^ None', 'reversed(M())', 'hash(M())'):
    class M(Mapping):
        def __getitem__(self, k): raise KeyError(k)
        def __iter__(self): return iter(())
        def __len__(self): return 0
    try:
        print(eval(bad))
    except TypeError as e:
        print(e)
class Bag(Squares, MutableSet):
    def add(self, x): self.items.append(x)
    def discard(self, x): self.items.remove(x) if x in self.items else None
b = Bag([1, 2, 3])
b ^= [3, 4]
b |= [7]
b -= [1]
print(b)
class Gen(Generator):
    def send(self, value): return value
    def throw(self, kind, value=None, tb=None): super().throw(kind, value, tb)
g = Gen()
print(g.send(2), next(g), g.close())
for args in ((ValueError,), (ValueError, ValueError('huhu')), (KeyError('k'),)):
    try:
        g.throw(*args)
    except Exception as e:
        print(repr(e))
class Stubborn(Gen):
    def throw(self, *a): pass
try:
    Stubborn().close()
except RuntimeError as e:
    print(e)
class AGen(AsyncGenerator):
    async def asend(self, value): return value
    async def athrow(self, kind, value=None, tb=None): await super().athrow(kind, value, tb)
try:
    AGen().__anext__().send(None)
except StopIteration as e:
    print('anext', e.value)
try:
    AGen().aclose().send(None)
except StopIteration as e:
    print('aclose', e.value)
class H(Hashable):
    def __hash__(self): return super().__hash__()
print(hash(H()), isinstance(AGen(), AsyncIterator))
P = namedtuple('P', 'x y')
P.x.__doc__ = 'the x'
print(P.x.__doc__, P.y.__doc__, P.__module__)
import sys
print(sys.modules[P.__module__].P is P)
