"""`__new__` of subclasses of built-ins, called in every way."""
class Key(str):
    def __new__(cls, text, rank=0):
        self = str.__new__(cls, text.lower())
        self.rank = rank
        return self
class Pair(tuple):
    def __new__(cls, *items):
        return tuple.__new__(cls, (i * 2 for i in items))
class Bits(frozenset):
    def __new__(cls, n):
        return super().__new__(cls, [i for i in range(8) if n >> i & 1])
class Meters(float):
    def __new__(cls, text): return super().__new__(cls, text.rstrip('m'))
print(Key('ABC', 3), Key('X').rank, type(Key('q')).__name__, Key('A') == 'a')
print(Pair(1, 2), type(Pair()).__name__, sorted(Bits(13)), type(Bits(0)).__name__, Meters('2.5m') * 2, type(Meters('1m')).__name__)
class Deeper(Key):
    def __init__(self, *args): self.seen = args
print(Deeper('ZZ', 9), Deeper('ZZ', 9).seen, Deeper('ZZ', 9).rank, Deeper.__mro__[1].__name__)
class Kept(dict):
    __setattr__ = dict.__setitem__
    __getattr__ = dict.__getitem__
k = Kept(a=1)
k.b = 2
print(k, k.a + k.b)
class Grow(list): pass
g = h = Grow([1])
g += [2]
g *= 2
print(g is h, g, type(g).__name__)
class Tags(set): pass
t = u = Tags('ab')
t |= {'c'}
t -= {'a'}
print(t is u, sorted(t), type(t).__name__)
