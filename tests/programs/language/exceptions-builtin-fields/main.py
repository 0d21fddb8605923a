"""Fields, args, str and repr of built-in exceptions; custom hierarchies; notes."""
for e in (Exception(), Exception(1), Exception(1, 'b'), KeyError('k'), KeyError('a', 'b'), KeyError(), ValueError('it\'s'), OSError(2, 'No such file'),
          OSError(2, 'No such file', 'f.txt'), OSError('plain'), StopIteration(5), SystemExit(3), SystemExit(), AttributeError('m', name='n', obj=1),
          NameError('m', name='n'), ImportError('m', name='n', path='p'), UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'), AssertionError([1]),
          FileNotFoundError(2, 'x'), KeyboardInterrupt('k'), GeneratorExit()):
    print(type(e).__name__, '|', str(e), '|', repr(e), '|', e.args)
e = OSError(2, 'msg', 'file')
print(e.errno, e.strerror, e.filename, type(e).__name__)
print(StopIteration(5).value, SystemExit(4).code, StopIteration().value, AttributeError('m', name='n', obj=1).name)
print(isinstance(FileNotFoundError(), OSError), IOError is OSError, issubclass(KeyError, LookupError), issubclass(RecursionError, RuntimeError))
print([k.__name__ for k in ZeroDivisionError.__mro__], [k.__name__ for k in UnicodeDecodeError.__mro__])
e = ValueError('base')
e.add_note('note 1'); e.add_note('note 2')
print(e.__notes__, str(e))
try: e.add_note(5)
except TypeError as t: print(t)
e.extra = 5
print(e.extra, e.__dict__)
class MyErr(Exception):
    def __init__(self, msg, *, code): super().__init__(msg); self.code = code
    def __str__(self): return f'{self.code}: {self.args[0]}'
try: raise MyErr('m', code=7)
except MyErr as m: print(m, repr(m), m.args, m.code)
class NoInit(Exception): pass
print(NoInit(1, 2).args, repr(NoInit('x')), str(NoInit()))
class NewArgs(Exception):
    def __init__(self, a, b): self.a = a
print(NewArgs(1, 2).args, NewArgs(1, 2).a, repr(NewArgs(1, 2)))
class Slot(ValueError):
    default = 'd'
    @property
    def p(self): return self.args
print(Slot('q').p, Slot('q').default)
try: BaseException(x=1)
except TypeError as t: print(t)
print(Exception('a') == Exception('a'), len({Exception(), Exception()}))
e = Exception('a'); e.args = (1, 2); print(e, e.args)
try: raise KeyError('missing')
except LookupError as l: print(l, l.__class__.__name__)
print(Exception.__module__, MyErr.__module__, MyErr.__name__)
