"""Custom __eq__ and __hash__ in dicts, sets, lists."""
class K:
    def __init__(self, n, h=None): self.n = n; self.h = h
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __hash__(self): return hash(self.n) if self.h is None else self.h
    def __repr__(self): return f'K({self.n})'


d = {K(1): 'a', K(2): 'b'}
d[K(1)] = 'c'
print(d, d[K(2)], K(3) in d, d.get(K(3), 'no'), len(d), d.pop(K(1)), d)
d.setdefault(K(5), []).append(1)
d.update({K(5): 2, K(6): 3})
print(d, list(d.keys()), K(6) in d.keys())
del d[K(5)]
try:
    d[K(5)]
except KeyError as e:
    print('KeyError', e, e.args)
try:
    del d[K(5)]
except KeyError as e:
    print('KeyError', e)
s = {K(1), K(1), K(2)}
print(len(s), K(2) in s, K(9) in s)
s.add(K(1)); s.discard(K(2)); s.discard(K(7))
print(s, s | {K(1)}, s & {K(1), K(3)}, s - {K(1)}, s ^ {K(1)}, s == {K(1)}, s <= {K(1), K(2)})
try:
    s.remove(K(9))
except KeyError as e:
    print('KeyError', e)
l = [K(1), K(2), K(1)]
print(l.index(K(2)), l.count(K(1)), K(3) in l, l == [K(1), K(2), K(1)], l.index(K(1), 1))
l.remove(K(1))
print(l)
try:
    l.remove(K(8))
except ValueError as e:
    print(e)
try:
    l.index(K(8))
except ValueError as e:
    print(e)
same = [K(i, 7) for i in range(5)]
c = {k: k.n for k in same}
print(len(c), c[K(3, 7)], [c[k] for k in same])
print((K(1), 2) in {(K(1), 2): 0}, hash((K(1), 2)) == hash((K(1), 2)), frozenset([K(1)]) == frozenset([K(1)]))


class BadHash:
    def __hash__(self): return 'x'


try:
    {BadHash(): 1}
except TypeError as e:
    print(e)
for bad in ([], {}, set(), ([],), slice(1)):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
try:
    {[]: 1}
except TypeError as e:
    print(e)
try:
    {1, []}
except TypeError as e:
    print(e)
try:
    {}[{}]
except TypeError as e:
    print(e)


class HashRaises:
    def __hash__(self): raise RuntimeError('no hash today')


try:
    {}.get(HashRaises())
except RuntimeError as e:
    print(e)


class Big:
    def __hash__(self): return 2 ** 70 + 3
    def __eq__(self, o): return True


print({Big(): 1}[Big()], hash(Big()) == hash(2 ** 70 + 3))


class Neg:
    def __hash__(self): return -1


print(hash(Neg()))
print({1: 'a', 1.0: 'b', True: 'c'}, {0, False, 0.0})
