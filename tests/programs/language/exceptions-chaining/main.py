"""__context__, __cause__, __suppress_context__."""
def show(e, depth=0):
    print('  ' * depth, type(e).__name__, e, 'suppress' if e.__suppress_context__ else '')
    if e.__cause__ is not None: print('  ' * depth, 'cause:'); show(e.__cause__, depth + 1)
    if e.__context__ is not None: print('  ' * depth, 'context:'); show(e.__context__, depth + 1)
def attempt(f):
    try: f()
    except BaseException as e: show(e)
def implicit():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('second')
def explicit():
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError('second') from e
def none():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('second') from None
def from_class():
    raise KeyError('x') from ValueError
def class_from_class():
    raise KeyError from ValueError
def in_finally():
    try: raise ValueError('a')
    finally: raise TypeError('b')
def nested():
    try:
        try: raise ValueError('a')
        except ValueError: raise TypeError('b')
    except TypeError: raise KeyError('c')
def handled_inside():
    try: raise ValueError('a')
    except ValueError:
        try: raise TypeError('b')
        except TypeError: pass
        raise KeyError('c')
def in_call():
    def helper(): raise OSError('helper')
    try: raise ValueError('a')
    except ValueError: helper()
def reraised():
    try: raise ValueError('a')
    except ValueError as e:
        try: raise TypeError('b')
        except TypeError: raise e
def bare():
    try: raise ValueError('a')
    except ValueError:
        try: raise TypeError('b')
        except TypeError: pass
        raise
def bad_raise(): raise 5
def bad_raise2(): raise int
def bad_cause(): raise KeyError('x') from 5
def no_active(): raise
def builtin_in_handler():
    try: {}['a']
    except KeyError: [][1]
def generator_context():
    def g():
        try: yield 1
        except ValueError: raise KeyError('in gen')
    it = g(); next(it)
    try: raise OSError('outer')
    except OSError: it.throw(ValueError('thrown'))
for f in (implicit, explicit, none, from_class, class_from_class, in_finally, nested, handled_inside, in_call, reraised, bare,
          bad_raise, bad_raise2, bad_cause, no_active, builtin_in_handler, generator_context):
    print('--', f.__name__)
    attempt(f)
e = ValueError('v')
e.__cause__ = KeyError('set')
print(e.__suppress_context__, repr(e.__cause__))
try: e.__cause__ = 5
except TypeError as t: print(t)
try: e.__context__ = 5
except TypeError as t: print(t)
try: raise e
except ValueError as caught: print(caught is e)
class Custom(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
try: raise Custom(1, b=2)
except Custom as c: print(c, c.args, c.b, repr(c))
try: raise Custom
except TypeError as t: print(t)
