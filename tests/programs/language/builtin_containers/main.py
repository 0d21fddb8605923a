def t(f, *a):
    try:
        r = f(*a)
        print(repr(r))
    except BaseException as e:
        print(type(e).__name__, '|', e)

l = list(range(10))
print(l[2:5], l[::-1], l[::3], l[-3:], l[5:2], l[8:1:-2])
l[2:5] = 'abc'
print(l)
l[::2] = [0] * 5
print(l)
def bad():
    l[::2] = [1, 2]
t(bad)
del l[::3]
print(l)
t(lambda: [1][3])
t(lambda: [1]['a'])
t(lambda: (1,)[3])
t(lambda: (1,)[1.5])
t(lambda: {}['k'])
t(lambda: {}[[]])
t(lambda: range(3)[7])
t(lambda: None[0])
def setbad():
    [1][4] = 2
t(setbad)
def setbad2():
    (1,)[0] = 2
t(setbad2)
def setbad3():
    x = [1]
    x[0:1] = 5
t(setbad3)
t(lambda: [].pop())
t(lambda: [1].pop(5))
t(lambda: [1].index(3))
t(lambda: (1,).index(3))
t(lambda: [1].remove(3))
t(lambda: {}.popitem())
t(lambda: set().pop())
t(lambda: {1}.remove(2))
t(lambda: [3, 'a'].sort())
t(lambda: sorted([3, 'a']))
t(lambda: min([]))
t(lambda: max([], default=4))
t(lambda: sum(['a']))
t(lambda: sum(['a'], ''))
t(lambda: sum([[1], [2]], []))
t(lambda: len(5))
t(lambda: list(5))
t(lambda: dict([1]))
t(lambda: dict([(1, 2, 3)]))
t(lambda: dict(a=1, b=2))
t(lambda: dict([('x', 1)], y=2))
t(lambda: dict({'x': 1}, x=3))
t(lambda: set([[]]))
t(lambda: {**{'a': 1}, 'b': 2})
t(lambda: {'a': 1} | {'b': 2})
t(lambda: [1, 2] + (3,))
t(lambda: [1, 2] * 2)
t(lambda: 2 * [1, 2])
t(lambda: [1] * 'a')
t(lambda: range(0, 10, 0))
t(lambda: range(10)[2:8:2])
t(lambda: range(10)[::-1])
t(lambda: list(range(10, 0, -3)))
t(lambda: 5 in range(0, 10, 2))
t(lambda: range(3) == range(0, 3, 1))
t(lambda: slice(1, 10, 2).indices(5))
t(lambda: list(reversed([1, 2, 3])))
t(lambda: list(reversed('abc')))
t(lambda: list(reversed({'a': 1, 'b': 2})))
t(lambda: list(reversed(range(3))))
t(lambda: list(enumerate('ab', 1)))
t(lambda: list(zip([1, 2], 'ab', range(5))))
t(lambda: list(zip([1, 2], [1], strict=True)))
t(lambda: list(zip([1], [1, 2], strict=True)))
t(lambda: list(filter(None, [0, 1, 2, ''])))
t(lambda: list(map(lambda a, b: a + b, [1, 2], (3, 4, 5))))
t(lambda: map(int, ['1']).__class__)
t(lambda: next(iter([])))
t(lambda: next(iter([]), 'd'))
t(lambda: any(x > 2 for x in range(5)))
t(lambda: all([]))
t(lambda: {1, 2} | {3}, )
t(lambda: {1, 2, 3} & {2, 3, 4})
t(lambda: {1, 2, 3} - {2})
t(lambda: {1, 2, 3} ^ {2, 9})
t(lambda: {1, 2} <= {1, 2, 3})
t(lambda: {1, 2} < {1, 2})
t(lambda: {1}.union([2], (3,)))
t(lambda: frozenset([1, 2]) | {3})
t(lambda: {1} | [2])
t(lambda: {'a': 1}.keys() & {'a', 'b'})
t(lambda: {'a': 1}.keys() | ['b'])
t(lambda: {'a': 1}.items())
t(lambda: {'a': 1}.keys() == {'a'})
t(lambda: {20, 5, 100, 33, 1, 7, 64, 8})
t(lambda: set(range(20, 0, -3)))
t(lambda: set([100, 8, 16, 24, 32]) - {8})
s = {1, 2, 3, 4, 5}
print(s.pop(), s.pop(), s)
s.add(1); print(s.pop(), s)
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
    def __hash__(self): return hash(self.x)
    def __repr__(self): return f'P({self.x})'
    def __lt__(self, o): return self.x < o.x
d = {P(1): 'a', P(2): 'b'}
print(d, d[P(1)], P(3) in d, d.get(P(2)), d.pop(P(1)), d)
d[P(5)] = 5; d[P(5)] = 6; print(d, len(d))
s = {P(1), P(1), P(2)}
print(len(s), sorted(s), P(2) in s)
s2 = s | {P(3)}
print(sorted(s2), sorted(s2 - s), sorted(s & s2), s <= s2, s == {P(2), P(1)})
ps = [P(3), P(1), P(2)]
print(sorted(ps), sorted(ps, reverse=True), min(ps), ps.index(P(2)), P(1) in ps, ps.count(P(3)))
ps.remove(P(1)); print(ps, ps == [P(3), P(2)], [P(1)] < [P(2)])
print(sorted(['bb', 'a', 'ccc'], key=len), sorted('hello'), sorted({'b': 1, 'a': 2}.items(), key=lambda kv: -kv[1]))
print(max('abc', key=lambda c: -ord(c)), min(3, 1, 2))
a = [1]; a.append(a); print(a)
dd = {}; dd['x'] = dd; print(dd)
class D(dict):
    def __missing__(self, k): return k * 2
x = D(a=1); print(x['a'], x['zz'], x, type(x), len(x), isinstance(x, dict))
class S(list):
    def __init__(self): super().__init__([1, 2]); self.n = 5
    def push(self, v): self.append(v)
q = S(); q.push(3); print(q, q.n, len(q), q[0], q[1:], type(q[1:]), 3 in q, [*q])
class T(tuple):
    def __new__(cls, a, b):
        self = super().__new__(cls, (a, b)); return self
    @property
    def a(self): return self[0]
tt = T(1, 2); print(tt, tt.a, tt == (1, 2), hash(tt) == hash((1, 2)), len(tt), type(tt).__name__)
class M(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
m = M(); m['a'] = 1; print(m, m.get('a'), 'a' in m)
class I:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError(i)
        return i * 10
print(list(I(3)), tuple(I(3)), set(I(3)), sum(I(4)), max(I(4)), sorted(I(3), reverse=True), list(zip(I(2), I(3))), list(enumerate(I(2))), list(reversed(I(3))), len(I(4)), dict(zip(I(2), I(2))))
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i
print(list(Seq()), 2 in Seq(), 5 in Seq(), [x for x in Seq()])
it = iter([1, 2, 3]); print(next(it), list(it), next(it, None))
print(list(iter(iter([1, 2, 3, 0, 4]).__next__, 0)))
print(abs(-3), abs(-2.5), round(2.567, 2), round(2.5), round(-7, -1), divmod(7, 3), divmod(-7.5, 2), pow(2, 10), pow(3, 4, 5), pow(2, -1))
print(bin(10), hex(255), oct(8), bin(-5), chr(65), ord('a'), ascii('é'), format(3.14159, '.2f'), repr('x'))
print('a', 'b', sep='-', end='!\n')
print(*[1, 2, 3], sep=', ')
print(P(1), [P(1)], {'k': P(2)}, (P(1),), {P(1)}, frozenset({1}), P(1), sep='|')
g = (x * x for x in range(4)); print(list(g), sum(x for x in [1.5, 2]), set(x % 2 for x in range(4)), dict((k, 1) for k in 'ab'), tuple(x for x in 'ab'))
ls = [1, 2]; ls += (x for x in range(2)); ls.extend(x for x in 'z'); print(ls)
ls.insert(0, 'q'); ls.insert(-1, 'w'); ls.insert(100, 'e'); print(ls, ls.pop(0), ls.copy(), ls.count('z'))
ls.reverse(); print(ls); ls.clear(); print(ls)
dk = {'a': 1, 'b': 2, 'c': 3}
print(dk.setdefault('a', 9), dk.setdefault('z'), dk.pop('b'), dk.pop('nope', 7), dk.popitem(), dk, list(dk.values()), dict.fromkeys('ab', 0), dict.fromkeys([1, 2]))
dk.update({'q': 1}, w=2); dk.update([('e', 5)]); dk |= {'r': 1}; print(dk)
for k in dk: pass
def mut():
    for k in dk: dk[k + 'x'] = 1
t(mut)
def mut2():
    ss = {1, 2}
    for k in ss: ss.add(k + 10)
t(mut2)
print(vars(P(4)), dir(P)[:3], callable(len), hash(1), hash('a') == hash('a'), id(a) == id(a), isinstance(id(5), int))
print([1, 2, 3] == [1, 2, 3], [1, 2] < [1, 3], (1, 'a') < (1, 'b'), [1] != [2], (1, 2) <= (1, 2), [2] > [1, 5])
t(lambda: [1] < ['a'])
t(lambda: [1] < (1,))
t(lambda: hash([]))
t(lambda: hash((1, [])))
def gen():
    yield 1
    yield 2
print(list(map(str, gen())), list(filter(lambda v: v > 1, gen())), list(zip(gen(), gen())), list(enumerate(gen())), max(gen()), sorted(gen(), key=lambda v: -v))
a, *b, c = gen(), 2, 3, 4; print(b, c)
print({1: 'a', 1.0: 'b', True: 'c'}, {1, 1.0, True}, 1 in {True})
print([*range(3), *'ab'], {*[1, 2]}, {'a': 1, **{'b': 2}})
print(str([1, 'a', None, 1.5, b'x']), str({'a': [1]}), repr(set()), repr(frozenset()), str(()))
