"""Sets and frozen sets."""
s = {3, 1, 2, 3}
print(s, len(s), 2 in s, 9 in s, set(), set([1, 1]), {*()}, sorted(set("hello")))
s.add(4)
s.add(1)
s.discard(99)
s.remove(2)
print(s, sorted(s))
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b)
print(a.union([9], (10,)), a.intersection({1, 9}), a.difference([1], [2]), a.symmetric_difference({1, 99}))
print({1, 2} <= a, {1, 2} < {1, 2}, a >= {1}, a.isdisjoint({9}), {1}.issubset(a), a.issuperset({1}), {1, 2} == {2, 1})
a |= {7}
a &= {1, 2, 7}
a -= {2}
a ^= {1, 8}
print(sorted(a))
a.update([1, 2], {3})
a.difference_update({8})
a.intersection_update({1, 2, 3})
print(sorted(a), a.copy() == a, a.copy() is a)
f = frozenset([1, 2])
print(f, f | {3}, {f: "key"}[frozenset([2, 1])], hash(f) == hash(frozenset([2, 1])), {frozenset(), frozenset()})
print({n % 3 for n in range(10)}, {x for x in "abracadabra" if x not in "abc"} == {"d", "r"})
print(sorted({"b", "a"} | {"c"}), {1, 1.0, True}, {0, False}, {None, None}, {(1, 2), (1, 2)})
print(set(range(20)), {10, 20, 30, 40, 50}, {-1, -2, -3}, {100, 8, 16, 24})
popped = {5}
print(popped.pop(), popped, bool(popped))
for bad in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1} | [2], lambda: frozenset().add(1),
            lambda: {{1}}, lambda: {1} < [1]):
    try:
        print(bad())
    except (KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__ + ":", error)
