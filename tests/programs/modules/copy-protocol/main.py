import copy, collections, enum, datetime, decimal, fractions, re, array, io
class D(dict): pass
class L(list): pass
class T(tuple): pass
class I(int): pass
class S(str): pass
class Se(set): pass
d = D(a=[1]); d.x = [2]
for f in (copy.copy, copy.deepcopy):
    e = f(d); print(type(e).__name__, e, e.x, e is d, e['a'] is d['a'], e.x is d.x)
    l = L([[1], 2]); l.y = {}; m = f(l); print(type(m).__name__, m, m[0] is l[0], m.y is l.y)
    t = T([[1]]); t.z = 1; u = f(t); print(type(u).__name__, u, u[0] is t[0], u.z)
    i = I(5); i.q = []; j = f(i); print(type(j).__name__, j, j.q)
    print(repr(f(S('a'))), type(f(S('a'))).__name__, f(Se([1])), type(f(Se([1]))).__name__)
    c = collections.Counter('aab'); print(f(c), f(collections.OrderedDict(a=1)), f(collections.defaultdict(list, a=[1])), f(collections.deque([1, 2], 5)), f(collections.ChainMap({'a': 1})), f(collections.UserDict(a=1)))
    P = collections.namedtuple('P', 'x y'); print(f(P(1, [2])), type(f(P(1, 2))) is P)
    print(f(datetime.date(2024, 1, 1)), f(decimal.Decimal('1.5')), f(fractions.Fraction(1, 2)), f(re.compile('a')), f(array.array('i', [1])), f(bytearray(b'a')), f(frozenset([1])), f(range(3)), f(1j), f(None), f(len) is len, f(int) is int)
    ex = f(ValueError('a', 1)); print(repr(ex))
class Sl:
    __slots__ = ('a', 'b')
s = Sl(); s.a = [1]; c1, c2 = copy.copy(s), copy.deepcopy(s); print(c1.a is s.a, c2.a is s.a, c2.a, hasattr(c1, 'b'))
class N:
    def __init__(self, v): self.v = v; self.me = self
n = N([1]); m = copy.deepcopy(n); print(m.me is m, m.v, m.v is n.v)
class C:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print(copy.copy(C()), copy.deepcopy([C()]))
class R:
    def __init__(self, x): self.x = x
    def __reduce__(self): return R, (self.x * 2,)
print(copy.copy(R(2)).x, copy.deepcopy(R(3)).x)
class G:
    def __new__(cls, a): o = object.__new__(cls); o.a = a; return o
    def __getnewargs__(self): return (self.a,)
print(copy.copy(G(7)).a, copy.deepcopy(G([7])).a)
class St:
    def __getstate__(self): return {'k': 1}
    def __setstate__(self, st): self.got = st
print(copy.copy(St()).got)
class E(enum.Enum): A = 1
print(copy.copy(E.A) is E.A, copy.deepcopy({'e': E.A})['e'] is E.A)
a = [1]; b = [a, a]; c = copy.deepcopy(b); print(c[0] is c[1], c[0] is a); x = []; x.append(x); y = copy.deepcopy(x); print(y[0] is y)
t = ([1],); print(copy.deepcopy(t)[0] is t[0], copy.deepcopy((1, 2)) is not None, copy.copy(t) is t)
import threading
for bad in (threading.Lock(), (v for v in [])):
    try: copy.deepcopy(bad)
    except TypeError as e: print(e)
