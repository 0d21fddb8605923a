"""type() with three arguments, vars, dir, getattr and friends on classes."""
def method(self): return self.x
T = type('T', (object,), {'x': 5, 'm': method, '__doc__': 'd'})
t = T()
print(t.m(), T.__name__, T.__doc__, T.__module__, T.__bases__, vars(t), type(t) is T)
class A:
    """doc"""
    a = 1
    def __init__(self): self.b = 2
    def c(self): pass
print([n for n in dir(A()) if not n.startswith('__')], [n for n in dir(A) if not n.startswith('__')])
print(sorted(k for k in vars(A) if not k.startswith('__')), vars(A())['b'], A.__dict__['a'], A.__doc__)
try: A.__dict__['z'] = 1
except TypeError as e: print(e)
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: vars(5))
attempt(lambda: type('T', 5, {}))
attempt(lambda: type('T', (), 5))
attempt(lambda: type(5, (), {}))
attempt(lambda: type('T', (5,), {}))
attempt(lambda: type('a', 'b'))
attempt(lambda: type())
attempt(lambda: object.__new__(int))
attempt(lambda: A.c())
attempt(lambda: A.c(1))
attempt(lambda: A().nope)
attempt(lambda: getattr(A(), 'nope'))
attempt(lambda: getattr(A(), 'nope', 'd'))
def f():
    x = 1
    y = 2
    def g(): return x
    return sorted(locals()), sorted(dir()), sorted(vars())
print(f())
print('A' in globals(), globals()['T'] is T, locals() is globals(), 'zz' in dir())
globals()['dynamic'] = 7
print(dynamic)
class Props:
    p = property(lambda s: 1)
    @staticmethod
    def s(): return 's'
    @classmethod
    def c(cls): return cls
print(type(Props.__dict__['s']).__name__, type(Props.__dict__['c']).__name__, type(Props.__dict__['p']).__name__, Props.__dict__['s'].__func__(), Props.__dict__['c'].__func__(5))
o = object()
print(o == o, o != object(), hash(o) == hash(o), o.__class__)
print(A.__mro__, A.mro() == list(A.__mro__), A.__subclasses__(), A.__basicsize__ > 0 if hasattr(A, '__basicsize__') else True)
