"""with: order, suppression, exceptions in __enter__ and __exit__, several items."""
class M:
    def __init__(self, name, swallow=False, fail_enter=False, fail_exit=False):
        self.name, self.swallow, self.fail_enter, self.fail_exit = name, swallow, fail_enter, fail_exit
    def __enter__(self):
        print('enter', self.name)
        if self.fail_enter: raise RuntimeError('enter ' + self.name)
        return self.name.upper()
    def __exit__(self, kind, exc, tb):
        print('exit', self.name, kind and kind.__name__, exc, tb is not None)
        if self.fail_exit: raise OSError('exit ' + self.name)
        return self.swallow


with M('a') as a, M('b') as b:
    print(a, b)
with (M('a') as a, M('b', swallow=True)):
    raise ValueError('swallowed')
print('continues')
def attempt(f):
    try:
        print('result', f())
    except Exception as e:
        print('raised', type(e).__name__, e, '| context', repr(e.__context__))
def body_raises():
    with M('x'), M('y'): raise KeyError('k')
attempt(body_raises)
def enter_fails():
    with M('x'), M('y', fail_enter=True), M('z'): print('never')
attempt(enter_fails)
def exit_fails():
    with M('x', swallow=True), M('y', fail_exit=True): raise KeyError('k')
attempt(exit_fails)
def exit_fails2():
    with M('y', fail_exit=True): raise KeyError('k')
attempt(exit_fails2)
def exit_fails3():
    with M('y', fail_exit=True): pass
attempt(exit_fails3)
def returns():
    with M('r'): return 'returned'
attempt(returns)
def loop():
    for i in range(3):
        with M(str(i)):
            if i == 0: continue
            if i == 1: break
    return i
attempt(loop)
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
class Neither: pass
def use(m):
    with m: pass
attempt(lambda: use(NoExit()))
attempt(lambda: use(NoEnter()))
attempt(lambda: use(Neither()))
attempt(lambda: use(5))
class Inst: pass
i = Inst()
i.__enter__ = lambda: print('no')
i.__exit__ = lambda *a: print('no')
attempt(lambda: use(i))
with M('t') as (x, *y): print(x, y)
d = {}
with M('item') as d['k']: print(d)
class Truthy:
    def __bool__(self): print('asked'); return True
class T:
    def __enter__(self): return self
    def __exit__(self, *a): return Truthy()
with T(): raise ValueError
with T(): pass
def gen():
    with M('g'):
        yield 1
        yield 2
g = gen()
print(next(g)); g.close()
def nested_return():
    with M('o'):
        try:
            with M('i'): return 'value'
        finally:
            print('finally between')
attempt(nested_return)
def return_in_finally_under_with():
    with M('w'):
        try: raise ValueError('lost')
        finally: return 'kept'
attempt(return_in_finally_under_with)
import sys
with M('e', swallow=True):
    raise ValueError('e')
print(sys.exc_info())
