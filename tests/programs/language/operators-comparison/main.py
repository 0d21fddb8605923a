"""Rich comparison: reflection, chains, defaults, errors."""
class N:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        if isinstance(o, N): return self.v == o.v
        return NotImplemented
    def __lt__(self, o):
        print('lt', self.v, o.v if isinstance(o, N) else o)
        if isinstance(o, N): return self.v < o.v
        return NotImplemented


a, b = N(1), N(2)
print(a == N(1), a != b, a != N(1), a == 1, 1 != a, a < b, a > b)
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


attempt(lambda: a <= b)
attempt(lambda: a < 1)
attempt(lambda: 1 < a)
attempt(lambda: object() < object())
attempt(lambda: 1 < 'a')
attempt(lambda: [1] < ['a'])
attempt(lambda: None >= None)
attempt(lambda: {} < {})
attempt(lambda: 1j < 2j)
attempt(lambda: (1, 'a') < (1, 2))
attempt(lambda: sorted([1, 'a']))
attempt(lambda: max(1, 'a'))

print([x.v for x in sorted([N(3), N(1), N(2)])])
try:
    hash(a)
except TypeError as e:
    print(e)
print(N.__hash__)


class Odd:
    def __eq__(self, o): return 'yes'
    def __ne__(self, o): return []
    def __lt__(self, o): return [1]
    def __contains__(self, x): return 'truthy'


o = Odd()
print(o == 1, o != 1, o < 1, 1 > o, 3 in o, 3 not in o)
if o != 1:
    print('no')
else:
    print('falsy ne')


class Boom:
    def __eq__(self, o): raise ValueError('eq boom')
    __hash__ = object.__hash__


for f in (lambda: Boom() == 1, lambda: Boom() != 1, lambda: 1 == Boom(), lambda: 1 in [Boom()], lambda: [Boom()] == [1],
          lambda: (1, Boom()) == (1, 2), lambda: [Boom()].index(3), lambda: [Boom()].count(3), lambda: [Boom()].remove(3)):
    try:
        print(f())
    except ValueError as e:
        print(e)
z = Boom()
print(z in [z], [z] == [z], [z].index(z), (z,) == (z,), {1: z} == {1: z})
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 'a' < 'b' != 'c', 3 > 2 is True, (1 in [1]) == True)


class Le:
    def __le__(self, o): return 'le'
    def __ge__(self, o): return 'ge'


print(Le() <= 1, 1 <= Le(), Le() >= Le())
