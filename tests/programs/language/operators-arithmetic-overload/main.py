"""Operator overloading: forward, reflected, in-place, NotImplemented."""
class V:
    def __init__(self, *xs): self.xs = xs
    def __repr__(self): return f'V{self.xs}'
    def __add__(self, o):
        if not isinstance(o, V): return NotImplemented
        return V(*(a + b for a, b in zip(self.xs, o.xs)))
    def __mul__(self, k):
        if isinstance(k, (int, float)): return V(*(a * k for a in self.xs))
        return NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.xs, o.xs))
    def __neg__(self): return V(*(-a for a in self.xs))
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __sub__(self, o): return 'sub'
    def __rsub__(self, o): return f'rsub {o}'
    def __truediv__(self, o): return 'truediv'
    def __floordiv__(self, o): return 'floordiv'
    def __mod__(self, o): return 'mod'
    def __rmod__(self, o): return 'rmod'
    def __pow__(self, o, m=None): return f'pow {o} {m}'
    def __rpow__(self, o): return f'rpow {o}'
    def __lshift__(self, o): return 'lshift'
    def __rrshift__(self, o): return 'rrshift'
    def __and__(self, o): return 'and'
    def __ror__(self, o): return 'ror'
    def __xor__(self, o): return 'xor'
    def __divmod__(self, o): return 'divmod'
    def __rdivmod__(self, o): return 'rdivmod'
    def __round__(self, n=None): return f'round {n}'


a, b = V(1, 2), V(3, 4)
print(a + b, a * 3, 3 * a, a @ b, -a, +a, ~a, abs(a), a - 1, 1 - a, a / 1, a // 1, a % 1, 1 % a)
print(a ** 2, 2 ** a, pow(a, 2), pow(a, 2, 3), a << 1, 1 >> a, a & 1, 1 | a, a ^ 1, divmod(a, 1), divmod(1, a), round(a), round(a, 2))
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


attempt(lambda: a + 1)
attempt(lambda: 1 + a)
attempt(lambda: a * 'x')
attempt(lambda: 'x' * a)
attempt(lambda: a >> 1)
attempt(lambda: 1 << a)
attempt(lambda: 1 @ a)
attempt(lambda: 1 / a)
attempt(lambda: a | 1)
attempt(lambda: [] + a)
attempt(lambda: a + None)
attempt(lambda: object() + object())
attempt(lambda: -object())
attempt(lambda: ~1.5)
attempt(lambda: +'s')
attempt(lambda: 'a' - 'b')
attempt(lambda: 'a' + 1)
attempt(lambda: 1 + 'a')
attempt(lambda: [1] + (2,))
attempt(lambda: (1,) + [2])
attempt(lambda: {} | 1)
attempt(lambda: {1} | [1])
attempt(lambda: None + 1)
attempt(lambda: 1 ** 'a')
attempt(lambda: [] * [])
attempt(lambda: b'' + '')
attempt(lambda: '' + b'')
attempt(lambda: 1 % [])
attempt(lambda: 1.0 // 'a')
attempt(lambda: divmod('a', 1))
attempt(lambda: abs('a'))
attempt(lambda: pow('a', 2))
attempt(lambda: print >> 1)


class I:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(('iadd', o)); return self
    def __isub__(self, o): return 'replaced'
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return 'mul'


i = I()
j = i
i += 1
i += 2
print(i is j, i.log)
i -= 1
print(i)
j *= 2
print(j)
try:
    k = I()
    k /= 2
except TypeError as e:
    print(e)
x = [1]
y = x
x += (2, 3)
print(y)
x += 'ab'
x *= 2
print(y)
t = (1,)
try:
    t += [2]
except TypeError as e:
    print(e)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
