import operator as op

print(op.add(1, 2), op.sub(5, 3), op.mul('a', 3), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(3), op.pos(-3), op.abs(-1), op.invert(5), op.lshift(1, 3), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.not_(0), op.truth([]), op.is_(None, None), op.is_not(1, None), op.matmul if False else '')
print(op.lt(1, 2), op.eq('a', 'a'), op.ge(1, 2), op.concat([1], [2]), op.contains('abc', 'b'), op.countOf([1, 2, 1], 1), op.indexOf([5, 6], 6), op.getitem({'a': 1}, 'a'), op.length_hint([1, 2]), op.index(True))
d = {'a': 1}
op.setitem(d, 'b', 2)
op.delitem(d, 'a')
print(d, op.iadd([1], [2]), op.itemgetter(1)('abc'), op.itemgetter(0, -1)('abc'), op.itemgetter('x')({'x': 5}), op.itemgetter(slice(1, 3))('abcd'))


class P:
    def __init__(self, n):
        self.n = n
        self.p = self

    def go(self, a, b=1):
        return self.n, a, b


p = P(3)
print(op.attrgetter('n')(p), op.attrgetter('p.p.n', 'n')(p), op.methodcaller('go', 5, b=6)(p), op.itemgetter(1), op.attrgetter('a.b'), op.methodcaller('x', 1, k=2), op.call(max, 1, 2))
print(sorted([('b', 2), ('a', 3)], key=op.itemgetter(1)), sorted([P(2), P(1)], key=op.attrgetter('n'))[0].n)
for f in (lambda: op.itemgetter(), lambda: op.itemgetter(5)('a'), lambda: op.attrgetter('zz')(p), lambda: op.indexOf([1], 2), lambda: op.index(1.5), lambda: op.concat(1, 2), lambda: op.attrgetter(1), lambda: op.methodcaller()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
