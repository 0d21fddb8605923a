from collections import namedtuple
from typing import NamedTuple
P = namedtuple("P", "x y", defaults=[5])
p = P(1); q = P(x=1, y=2)
print(p, q.x, q[1], q._asdict(), q._replace(x=9), P._fields, P._field_defaults, P._make([7, 8]), p == (1, 5), p < q, len(p), [*q], hash(q) == hash((1, 2)), P.__doc__)
x, y = q; print(x, y, q + (3,), q.count(1), q.index(2), isinstance(q, tuple), {q: 1}[(1, 2)])
for f in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: setattr(q, "x", 1), lambda: q.zz, lambda: q._replace(k=1), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class b"), lambda: namedtuple("Q", "_a"), lambda: namedtuple("1Q", "a"), lambda: P._make([1, 2, 3])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(namedtuple("R", "a class a", rename=True)._fields)
class N(NamedTuple):
    name: str
    age: int = 0
    def hi(self): return f"hi {self.name}"
print(N("al"), N("bo", 3).hi(), N._fields, N.__annotations__ == {"name": str, "age": int}, N("x")._replace(age=1))
class Sub(P):
    @property
    def total(self): return self.x + self.y
print(Sub(1, 2).total, Sub(1, 2))
