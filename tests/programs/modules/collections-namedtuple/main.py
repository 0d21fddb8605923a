from collections import namedtuple
import typing

P = namedtuple('P', 'x y z', defaults=[0])
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1, 2, 3]), P.__doc__, p == (1, 2, 0), hash(p) == hash((1, 2, 0)), len(p), list(p), P.x.__doc__)
x, *rest = p
print(x, rest, isinstance(p, tuple), namedtuple('Q', 'a, b')(1, 2), namedtuple('R', ['class', 'a', 'a', '_b'], rename=True)._fields, p + (5,), max(P(1, 2), P(1, 3)), P.__match_args__)


class Sub(P):
    __slots__ = ()

    @property
    def total(self):
        return self.x + self.y


print(Sub(1, 2).total, Sub(1, 2), Sub(1, 2)._replace(y=5))


class T(typing.NamedTuple):
    a: int
    b: str = 'd'

    def shout(self):
        return self.b.upper()


print(T(1), T(1, 'x').shout(), T.__annotations__, T._field_defaults)
match T(5, 'q'):
    case T(a=5, b=b):
        print('matched', b)
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(1, 2, w=3), lambda: namedtuple('X', 'a a'), lambda: namedtuple('X', 'def'), lambda: namedtuple('X', '_a'), lambda: namedtuple('1X', 'a'), lambda: p._replace(q=1), lambda: P._make([1]), lambda: namedtuple('X', 'a', defaults=[1, 2])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
