"""__repr__, __str__, __format__, __bytes__, __int__, __float__, __index__, __complex__, __round__ and their checks."""
class A:
    def __repr__(self): return 'A-repr'
class B(A):
    def __str__(self): return 'B-str'
    def __format__(self, spec): return f'B-format[{spec}]'
    def __bytes__(self): return b'B-bytes'
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __complex__(self): return 1j
    def __trunc__(self): return 70
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __dir__(self): return ['b', 'a']
    def __sizeof__(self): return 5
    def __reversed__(self): return iter('rev')
    def __length_hint__(self): return 3
a, b = A(), B()
print(a, str(a), repr(a), f'{a}', f'{a!s:>8}', '%s %r' % (a, a), [a], {a: a}.values())
print(b, str(b), repr(b), f'{b}', f'{b:x}', f'{b!r}', format(b, 'q'), '{:z} {!s}'.format(b, b), '%s %r' % (b, b), [b], (b,), {'k': b})
print(bytes(b), int(b), float(b), complex(b), hex(b), bin(b), oct(b), [10, 20, 30, 40][b], 'abcdef'[b], range(b), list(range(10))[b:], dir(b), ''.join(reversed(b)), chr(65 + b.__index__()))
import math
print(math.floor(b), math.ceil(b), math.trunc(b))
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Bad:
    def __repr__(self): return 5
    def __str__(self): return None
    def __format__(self, s): return 5
    def __int__(self): return 'x'
    def __float__(self): return 1
    def __index__(self): return 1.5
    def __bytes__(self): return 'x'
    def __len__(self): return 'x'
    def __hash__(self): return 1.5
    def __bool__(self): return 1
    def __contains__(self, x): raise KeyError('c')
    def __complex__(self): return 1
    def __iter__(self): return 1
bad = Bad()
class None_:
    __str__ = None
    __len__ = None
    __iter__ = None
    __hash__ = None
    __bool__ = None
    __contains__ = None
    __add__ = None
attempt(lambda: format(a, 'x'))
attempt(lambda: f'{a:10}')
attempt(lambda: int(a))
attempt(lambda: float(a))
attempt(lambda: [][a])
attempt(lambda: range(a))
attempt(lambda: int([]))
attempt(lambda: round(a))
attempt(lambda: reversed(a))
attempt(lambda: bytes(a))
