"""Truth: __bool__ and __len__ in every condition."""
class B:
    def __init__(self, v): self.v = v
    def __bool__(self):
        print('bool', self.v)
        return self.v
class L:
    def __init__(self, n): self.n = n
    def __len__(self):
        print('len', self.n)
        return self.n


t, f, e = B(True), B(False), L(0)
if t: print('if')
if not f: print('if not')
print('x' if f else 'y')
print(bool(t and f), t and 1, f or 2, not e, (f and 1) is f)
n = 3
class Countdown:
    def __bool__(self):
        global n
        n -= 1
        return n > 0
c = Countdown()
while c:
    print('loop', n)
while not f:
    break
print([x for x in range(3) if t][:1])
print(any([f, t, f]), all([t, f, t]))
assert t
try:
    assert f, 'message'
except AssertionError as err:
    print('assert', err)
print(list(filter(None, [0, '', t, [], [1]])) == [t, [1]])
print(1 if L(3) else 2)
def attempt(g):
    try:
        print(g())
    except Exception as err:
        print(type(err).__name__, err)


attempt(lambda: bool(B(1)))
attempt(lambda: 1 if B('s') else 2)
attempt(lambda: not B(None))
attempt(lambda: bool(L(-1)))
attempt(lambda: len(L(-1)))
attempt(lambda: len(L('x')))
attempt(lambda: len(L(1.5)))
class R:
    def __bool__(self): raise ValueError('no truth')
attempt(lambda: 1 if R() else 2)
attempt(lambda: R() and 1)
attempt(lambda: not R())
attempt(lambda: [1 for _ in [1] if R()])
class Both:
    def __bool__(self): return True
    def __len__(self): return 0
print(bool(Both()), bool(object()), bool(lambda: 0), bool(NotImplemented) if False else 'skip')
match t:
    case B() if f: print('never')
    case _ if t: print('guard')
