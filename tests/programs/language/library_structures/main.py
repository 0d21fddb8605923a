import collections
from collections import deque, defaultdict, OrderedDict, Counter, namedtuple, ChainMap
d = deque([1, 2, 3], maxlen=3); d.append(4); print(d, d.popleft(), d.pop(), d, len(d)); d.extendleft([7, 8]); print(d, d[0], d[-1], 8 in d, list(d), d.maxlen)
d = deque(range(5)); d.rotate(2); print(d, d.index(1), list(reversed(d)), d == deque([3, 4, 0, 1, 2]), bool(deque()), d.copy(), d.count(1)); d.remove(0); print(d)
try: deque().popleft()
except IndexError as e: print(e)
try: deque().pop()
except IndexError as e: print(e)
try:
    for x in d: d.append(1)
except RuntimeError as e: print(e)
dd = defaultdict(list); dd['a'].append(1); dd['b']; print(dd, dd['a'], 'c' in dd, dict(dd)); di = defaultdict(int)
for ch in 'hello': di[ch] += 1
print(di, sorted(di.items()))
od = OrderedDict(a=1, b=2, c=3); od.move_to_end('a'); print(od, od.popitem(last=False), list(od)); print(OrderedDict([('x', 1)]) == {'x': 1})
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c['a'], sum(c.values()), c.total()); c.update('zz'); print(c + Counter('a'), c - Counter('aaaaa'), list(Counter('aab').elements()), Counter(a=1) == Counter('a'))
P = namedtuple('P', 'x y'); p = P(1, y=2); print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, p == (1, 2), P._make([3, 4]), hash(p) == hash((1, 2))); x, y = p; print(x, y)
Q = namedtuple('Q', ['a', 'b'], defaults=[5]); print(Q(1), Q._field_defaults)
try: P(1)
except TypeError as e: print(e)
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm['a'], cm['b'], dict(cm), cm)
print(sorted([P(2, 1), P(1, 5)]), type(p).__name__, isinstance(p, tuple))
import copy, contextlib, string, types, io, abc
a = [1, [2, 3], {'k': (4, [5])}]; b = copy.deepcopy(a); b[1].append(9); b[2]['k'][1].append(7); print(a, b, copy.copy(a) == a)
class O:
    def __init__(self): self.v = [1]
o = O(); o2 = copy.copy(o); o3 = copy.deepcopy(o); o.v.append(2); print(o2.v, o3.v)
@contextlib.contextmanager
def cm(x):
    print('in', x)
    try: yield x * 2
    except ValueError as e: print('caught', e)
    finally: print('out')
with cm(3) as v: print(v)
with cm(4): raise ValueError('boo')
with contextlib.suppress(KeyError): {}['x']
with contextlib.ExitStack() as st:
    st.callback(print, 'cb'); print(st.enter_context(cm(1)))
buf = io.StringIO()
with contextlib.redirect_stdout(buf): print('hidden')
print(repr(buf.getvalue()))
with contextlib.closing(io.StringIO('a\nb\n')) as f: print([l for l in f])
print(string.ascii_lowercase, string.Template('$a ${b} $$').substitute(a=1, b=2), string.capwords('ab cd'))
ns = types.SimpleNamespace(a=1, b='x'); print(ns, ns.a)
class A(abc.ABC):
    @abc.abstractmethod
    def m(self): ...
    @property
    @abc.abstractmethod
    def p(self): ...
try: A()
except TypeError as e: print(e)
class B(A):
    def m(self): return 1
    p = 5
print(B().m(), isinstance(B(), A), issubclass(B, A))
import collections.abc as ca
print(isinstance([], ca.Sequence), isinstance({}, ca.Mapping), isinstance((x for x in []), ca.Iterator), isinstance(5, ca.Hashable), isinstance([], ca.Hashable), isinstance(print, ca.Callable), isinstance('s', ca.Iterable))
with open('t.txt', 'w') as f: f.write('one\ntwo\n'); f.writelines(['three\n'])
with open('t.txt') as f: print(f.read().splitlines(), f.name, f.mode, f.closed)
with open('t.txt') as f:
    for i, line in enumerate(f): print(i, line.rstrip())
with open('t.txt', 'a') as f: print('four', file=f)
print(open('t.txt').readlines(), open('t.txt', 'rb').read(5))
try: open('nope.txt')
except FileNotFoundError as e: print(e, e.errno, e.filename)
