import operator as op
print(op.add(1, 2), op.sub(5, 3), op.mul(2, 3), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 3), op.neg(1), op.not_(0), op.eq(1, 1), op.lt(1, 2), op.and_(6, 3), op.or_(1, 2), op.xor(5, 1), op.inv(1), op.lshift(1, 3), op.concat([1], [2]), op.contains([1], 1), op.countOf([1, 1], 1), op.indexOf([1, 2], 2), op.is_(None, None), op.truth([]), op.index(3))
ig, ag, mc = op.itemgetter(1), op.attrgetter("real", "imag"), op.methodcaller("replace", "a", "b")
print(ig("abc"), op.itemgetter(0, 2)("abc"), ag(3 + 4j), mc("banana"), sorted([(1, "b"), (2, "a")], key=op.itemgetter(1)), op.attrgetter("__class__.__name__")(5), repr(ig), repr(ag), repr(mc))
l = [1, 2]; op.setitem(l, 0, 9); op.delitem(l, 1); print(l, op.getitem([5], 0), op.iadd(l, [3]), l, op.length_hint([1, 2]), op.call(len, "abc"))
for f in (lambda: op.itemgetter(9)([1]), lambda: op.attrgetter("nope")(1), lambda: op.indexOf([1], 2), lambda: op.add(1, "a"), lambda: op.index(1.5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
