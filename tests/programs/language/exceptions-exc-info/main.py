"""sys.exc_info through handlers, functions and generators."""
import sys
def now(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
print(now())
try: 1 / 0
except ZeroDivisionError:
    print(now())
    try: [][0]
    except IndexError: print(now())
    print(now())
    def inner(): return now()
    print(inner())
    try: pass
    finally: print(now())
print(now())
def gen():
    print('gen start', now())
    try: raise KeyError
    except KeyError:
        print('gen handling', now())
        yield 1
        print('gen back', now())
    yield 2
    print('gen end', now())
g = gen()
next(g)
print('between', now())
try: raise ValueError
except ValueError:
    next(g)
    print('in handler', now())
    list(g)
print('after', now())
try:
    try: raise ValueError('a')
    finally: print('finally', now())
except ValueError: pass
def f():
    try: raise OSError
    except OSError: return now()
print(f(), now())
for i in range(2):
    try: raise KeyError(i)
    except KeyError: continue
print(now())
t, v, tb = None, None, None
try: raise ValueError('x')
except ValueError:
    t, v, tb = sys.exc_info()
print(t is ValueError, v, type(tb).__name__, tb.tb_lineno, tb.tb_next)
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): print('exit sees', now()); return True
with CM(): raise TypeError
print(now())
def ret():
    try: raise ValueError
    except ValueError: return 1
ret(); print(now())
print(sys.exception() if hasattr(sys, 'exception') else None)
