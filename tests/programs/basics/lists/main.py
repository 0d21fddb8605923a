"""Lists: building, changing, slicing, sorting."""
a = [3, 1, 2]
a.append(4)
a.extend((5, 6))
a.insert(0, 0)
a.insert(-1, 99)
a.insert(100, 7)
print(a, len(a), a.index(99), a.count(5))
print(a.pop(), a.pop(0), a)
a.remove(99)
print(a, a[::-1], a[1:3], a[-2:], a[::2], a[5:2], a[-100:100])
a.reverse()
print(a, sorted(a), sorted(a, reverse=True))
a.sort()
print(a, a + [8], a * 2, [0] * 5, 3 in a, 9 in a)
b = a
c = a.copy()
b[0] = "changed"
print(a is b, a == c, a[0], c[0])
a[1:3] = ["x", "y", "z"]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
del a[0]
del a[1:3]
print(a)
a[len(a):] = [10, 20]
a[:0] = [-1]
print(a)
a += [30]
a *= 2
print(a)
a.clear()
print(a, bool(a), bool([0]))
grid = [[0] * 3 for _ in range(2)]
grid[1][2] = 5
print(grid, [row[:] for row in grid], sum(grid, []))
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [1, "a"] == [1, "a"], [[1], [2]] > [[1], [1, 9]])
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)), sorted(set(words)))
people = [("Bo", 30), ("Al", 25), ("Cy", 30)]
people.sort(key=lambda person: person[1], reverse=True)
print(people, max(people, key=lambda p: p[1]), min(people))
nested = [1]
nested.append(nested)
print(nested, list(range(5, 0, -2)), list("ab"), list({"k": 1}), list(zip("ab", [1, 2])))
print(all([]), any([]), all([1, 0]), any([0, 1]), sum(range(101)), list(enumerate("ab", 1)), list(map(str, [1, 2])),
      list(filter(None, [0, 1, "", "x"])))
for bad in (lambda: [][0], lambda: [].pop(), lambda: [1].remove(2), lambda: [1, "a"].sort(), lambda: [1].index(5),
            lambda: [1]["a"], lambda: [1] + (2,), lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [1])):
    try:
        print(bad())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)
