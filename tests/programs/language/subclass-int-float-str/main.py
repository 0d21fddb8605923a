"""Subclasses of immutable built-ins."""
class MyInt(int):
    def __new__(cls, v, note=''):
        self = super().__new__(cls, v)
        self.note = note
        return self
    def double(self): return MyInt(self * 2, 'doubled')
    def __repr__(self): return f'MyInt({int(self)})'
i = MyInt(5, 'hi')
print(i, i + 1, type(i + 1).__name__, i.note, i.double(), i.double().note, i == 5, hash(i) == hash(5), {5: 'x'}[i], [0] * i, 'abcdefg'[i], range(i), i > 3, -i, f'{i:03d}', str(i), int(i), bool(MyInt(0)))
print(isinstance(i, int), issubclass(MyInt, int), i.bit_length(), i.real, i.__dict__, '%d' % i, [1, 2, 3, 4, 5, 6][i:], i ** 2, divmod(i, 3), max(i, 3))
class Celsius(float):
    def to_f(self): return Celsius(self * 9 / 5 + 32)
    def __str__(self): return f'{float(self):.1f}C'
c = Celsius(36.6)
print(c, c.to_f(), c + 1, repr(c), round(c), c.is_integer(), type(-c).__name__, c == 36.6)
class Name(str):
    def __new__(cls, v): return super().__new__(cls, v.title())
    def greet(self): return 'Hi ' + self
    def __len__(self): return 99
n = Name('bob jones')
print(n, n.greet(), len(n), n.upper(), type(n.upper()).__name__, n + '!', n[0], n == 'Bob Jones', hash(n) == hash('Bob Jones'), {n: 1}['Bob Jones'], n.split(), f'{n:>12}', '%s' % n, repr(n), ','.join([n, n]), 'Bob' in n)
n.attr = 1
print(n.attr, n.__dict__, str(n), type(str(n)).__name__, isinstance(n, str))
class B(bytes):
    def total(self): return sum(self)
print(B(b'abc').total(), B(b'abc'), B(b'x') + b'y')
class Flag(int):
    def __bool__(self): return False
    def __index__(self): return 3
print(bool(Flag(5)), [1, 2, 3, 4, 5, 6][Flag(1)], 1 if Flag(7) else 2)
class E(int): pass
print(E(3), repr(E(3)), E(), E('12'), E(3.9), E('ff', 16), E(3) is E(3))
class EqStr(str):
    def __eq__(self, o): return True
    __hash__ = str.__hash__
print(EqStr('a') == 'b', 'b' == EqStr('a'), EqStr('a') in ['z'])
