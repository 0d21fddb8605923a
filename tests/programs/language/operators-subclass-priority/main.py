"""Reflected methods of a subclass go first."""
class Base:
    def __add__(self, o): return 'Base.add'
    def __radd__(self, o): return 'Base.radd'
    def __eq__(self, o): return 'Base.eq'
    def __lt__(self, o): return 'Base.lt'
    def __gt__(self, o): return 'Base.gt'


class Same(Base): pass
class Sub(Base):
    def __radd__(self, o): return 'Sub.radd'
    def __eq__(self, o): return 'Sub.eq'
    def __gt__(self, o): return 'Sub.gt'


b, s, m = Base(), Sub(), Same()
print(b + s, s + b, b + b, b + m, m + b)
print(b == s, s == b, b < s, b > s, s < b, b == m)


class MyInt(int):
    def __radd__(self, o): return f'MyInt.radd {o}'
    def __add__(self, o): return f'MyInt.add {o}'
    def __rsub__(self, o): return 'rsub'


print(1 + MyInt(2), MyInt(2) + 1, 1 - MyInt(3), 1 * MyInt(4), 1.5 + MyInt(1))


class A:
    def __add__(self, o): print('A.add'); return NotImplemented
    def __radd__(self, o): print('A.radd'); return NotImplemented


class B:
    def __radd__(self, o): print('B.radd'); return 'B'


print(A() + B())
try:
    A() + A()
except TypeError as e:
    print(e)
try:
    1 + A()
except TypeError as e:
    print(e)


class Str(str):
    def __radd__(self, o): return 'str radd'
    def __rmod__(self, o): return 'rmod'


print('a' + Str('b'), 'a%s' % Str('b'))


class L(list):
    def __radd__(self, o): return 'list radd'
    def __rmul__(self, o): return 'list rmul'


print([1] + L([2]), 2 * L([1]), L([1]) * 2, L([3]) + [4])
