"""Subclasses of list, dict, set, tuple."""
class Stack(list):
    def __init__(self, *items, name='s'):
        super().__init__(items)
        self.name = name
    def push(self, x): self.append(x); return self
    def peek(self): return self[-1]
    def __getitem__(self, i):
        if isinstance(i, int) and i >= len(self): return 'beyond'
        return super().__getitem__(i)
s = Stack(1, 2, name='st').push(3)
print(s, len(s), s.peek(), s[10], s[0], s[1:], s.name, list(s), [*s], s == [1, 2, 3], s + [4], type(s + [4]).__name__, 2 in s, sorted(s, reverse=True), isinstance(s, list), sum(s))
s.extend([5, 4]); s.sort(); s[0] = 'z'; del s[1]; s += [1]
print(s, type(s).__name__, s.copy(), type(s.copy()).__name__, s.index(4), s.pop(), bool(Stack()))
class Default(dict):
    def __missing__(self, key):
        self[key] = value = f'made {key}'
        return value
    def __setitem__(self, k, v): super().__setitem__(k, v if isinstance(v, str) else str(v))
d = Default(a=1)
d['b'] = 2
print(d, d['c'], d.get('zz'), 'c' in d, len(d), list(d), d['a'], dict(d), {**d}, d == {'a': 1, 'b': '2', 'c': 'made c'})
d.update(q=5); d.setdefault('w', 6)
print(d, type(d.copy()).__name__, d.pop('q'), [*d.items()][:1])
class Attr(dict):
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n) from None
    __setattr__ = dict.__setitem__
a = Attr(x=1)
a.y = 2
print(a, a.x, a.y)
try: a.z
except AttributeError as e: print('AE', e)
class Pt(tuple):
    __slots__ = ()
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    x = property(lambda self: self[0])
    y = property(lambda self: self[1])
    def __add__(self, o): return Pt(self.x + o.x, self.y + o.y)
    def __repr__(self): return f'Pt({self.x}, {self.y})'
p = Pt(1, 2)
print(p, p + Pt(3, 4), p.x, len(p), p == (1, 2), hash(p) == hash((1, 2)), p[0], {p: 1}[(1, 2)], [*p], p < (1, 3), isinstance(p, tuple), p[::-1])
x, y = p
print(x, y, '%s-%s' % p, max(p), p.index(2))
class USet(set):
    def add(self, x): super().add(x.upper())
u = USet(['a'])
u.add('b')
print(sorted(u), 'B' in u, type(u | {'c'}).__name__, u - {'a'}, len(u), isinstance(u, set), u == {'a', 'B'})
class FS(frozenset): pass
print(FS([1]), hash(FS([1])) == hash(frozenset([1])), FS([1, 2]) & {1})
class IterDict(dict):
    def __iter__(self): return iter(['fake'])
    def keys(self): return ['k']
print(list(IterDict(a=1)), [*IterDict(a=1)], len(IterDict(a=1)))
class LenList(list):
    def __len__(self): return 42
    def __iter__(self): yield 'gen'
    def __contains__(self, x): return x == 'magic'
l = LenList([1])
print(len(l), list(l), 'magic' in l, 1 in l, l, bool(LenList()))
class ReprList(list):
    def __repr__(self): return 'RL' + super().__repr__()
    def __eq__(self, o): return 'eq'
print(ReprList([1, [2]]), [ReprList([1])], ReprList() == 1, str(ReprList()), f'{ReprList()}')
