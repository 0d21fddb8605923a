"""isinstance and issubclass: tuples, unions, hooks, errors."""
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, (float, int))), isinstance(1, int | str), isinstance('s', int | None), isinstance(None, int | None))
print(issubclass(bool, int), issubclass(bool, (str, int)), issubclass(int, int | str), isinstance(int, type), isinstance(type, object), isinstance(type, type), issubclass(type, object))
def attempt(f):
    try: print(f())
    except TypeError as e: print(e)
attempt(lambda: isinstance(1, 5))
attempt(lambda: isinstance(1, (int, 5)))
attempt(lambda: isinstance('', (int, 5)))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, 5))
attempt(lambda: isinstance([], list[int]))
class Meta(type):
    def __instancecheck__(cls, o): return o == 'magic'
    def __subclasscheck__(cls, k): return k is int
class Magic(metaclass=Meta): pass
print(isinstance('magic', Magic), isinstance(1, Magic), issubclass(int, Magic), issubclass(str, Magic), isinstance(Magic(), Magic))
class Liar:
    @property
    def __class__(self): return int
class A: pass
class B(A): pass
b = B()
print(isinstance(b, A), isinstance(b, (int, B)), issubclass(B, A), issubclass(A, B), issubclass(A, A), type(b) is B, b.__class__ is B, type(b) == A)
print(isinstance(len, type(len)), isinstance(lambda: 0, type(attempt)), isinstance(b.__init__, object), isinstance(ValueError(), Exception))
print(type(1), type('s'), type(None), type([]), type(type), type(len), type(attempt), type(...), type(NotImplemented), type(A), type(b))
print(type(x for x in []), type([].append), type({}.keys()), type(range(1)), type(iter([])), type(slice(1)), type(1j), type(b''), type(property()), type(super(B, b)))
from collections.abc import Iterable, Callable, Hashable, Sized, Mapping, Sequence, Iterator
print(isinstance([], Iterable), isinstance(5, Iterable), isinstance(len, Callable), isinstance([], Hashable), isinstance({}, Sized), isinstance({}, Mapping), isinstance((), Sequence), isinstance(iter([]), Iterator))
class It:
    def __iter__(self): return iter([])
print(isinstance(It(), Iterable), issubclass(It, Iterable))
