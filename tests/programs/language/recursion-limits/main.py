"""RecursionError in every way in, and life after it."""
import sys
def plain(): return plain()
class A:
    def __getattr__(self, n): return getattr(self, n + 'x')
    def __eq__(self, o): return self == o
    def __add__(self, o): return self + o
    def __repr__(self): return repr(self)
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __call__(self): return self()
    def __hash__(self): return hash(self)
    def __getitem__(self, i): return self[i]
    def __bool__(self): return bool(self)
    def __str__(self): return str(self)
    def __contains__(self, x): return x in self
def gen(): yield from gen()
def mutual_a(): return mutual_b()
def mutual_b(): return mutual_a()
def comp(): return [comp() for _ in [1]]
def lam(): return (lambda: lam())()
def key(x): return sorted([1], key=key)
def mapped(x): return list(map(mapped, [1]))
a = A()
for name, f in [('plain', plain), ('getattr', lambda: a.z), ('eq', lambda: a == 1), ('add', lambda: a + 1), ('repr', lambda: repr(a)), ('len', lambda: len(a)),
                ('iter', lambda: iter(a)), ('call', lambda: a()), ('hash', lambda: hash(a)), ('getitem', lambda: a[0]), ('bool', lambda: bool(a)), ('str', lambda: str(a)),
                ('contains', lambda: 1 in a), ('gen', lambda: next(gen())), ('mutual', mutual_a), ('comp', comp), ('lam', lam), ('key', lambda: key(1)), ('map', lambda: mapped(1))]:
    try: f()
    except RecursionError as e: print(name, type(e).__name__)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900), sys.getrecursionlimit())
def count():
    global n
    n += 1
    count()
n = 0
try: count()
except RecursionError: pass
print(n > 900, n < 1010)
sys.setrecursionlimit(300)
try: depth(400)
except RecursionError as e: print(type(e).__name__)
sys.setrecursionlimit(5000)
print(depth(4000))
sys.setrecursionlimit(1000)
class Init:
    def __init__(self): Init()
try: Init()
except RecursionError: print('init')
def fin(k):
    try: return fin(k + 1)
    finally: pass
try: fin(0)
except RecursionError: print('fin')
l = []
l.append(l)
print(l, repr(l))
d = {}; d['d'] = d
print(d)
t = ([],); t[0].append(t)
print(t)
try: l == [l] and [l] == l
except RecursionError as e: print(type(e).__name__)
x, y = [], []
x.append(y); y.append(x)
try: x == y
except RecursionError as e: print(type(e).__name__)
try: hash(t)
except TypeError as e: print(e)
