s = {3, 1, 2}
s.add(4); s.add(1); s.discard(9); s.remove(4); s.update([5], {6}, "a"); print(sorted(s, key=str), len(s))
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([9]), a.intersection(b, [2]), a.difference([1]), a.symmetric_difference(b), a <= b, {1} < a, a >= {1}, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint({9}))
a |= {7}; a &= {1, 2, 7}; a -= {1}; a ^= {2, 8}; print(sorted(a))
a = {1, 2, 3}; a.intersection_update([1, 2]); a.difference_update([1]); a.symmetric_difference_update([2, 5]); print(a, a.pop(), a, a.copy(), set(), {*()}, set("aab") == {"a", "b"})
f = frozenset([1, 2]); print(f, f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, hash(f) == hash(frozenset([2, 1])), f == {1, 2}, {f: 1}[frozenset([2, 1])], frozenset(), {frozenset([1]), frozenset([1])})
for g in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {[]}, lambda: {1} + {2}, lambda: {1} | [2], lambda: f.add(3), lambda: set(5), lambda: {1}[0], lambda: hash({1}), lambda: {1} < [1], lambda: {1}.union(5), lambda: set().add([])):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
try:
    for x in (q := {1, 2}): q.add(x + 10)
except RuntimeError as e: print(e)
