l = [3, 1, 2]
l.append(4); l.extend((5, 6)); l.insert(0, 0); l.insert(100, 9); l.insert(-1, 8)
print(l, l.pop(), l.pop(0), l.pop(-2), l, l.index(2), l.index(2, 1), l.count(1), l.remove(1), l)
l.sort(); print(l, l.sort(reverse=True), l, l.reverse(), l, l.copy() == l, l.copy() is l)
print(sorted(["bb", "a", "ccc"], key=len, reverse=True), sorted("hello"), [1, 2] + [3], [0] * 3, [[]] * 2, [1, 2] == [1, 2], [1] < [1, 0], 2 in l)
l[1:3] = ["x", "y", "z"]; print(l); l[::2] = [0] * len(l[::2]); print(l); l[:] = []; print(l); l[5:] = [1]; print(l)
l = list(range(10)); print(l[2:8:3], l[::-1], l[-3:], l[8:2:-2], l[:-11:-1][:2]); del l[1::2]; print(l)
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [].remove(1), lambda: [].index(1), lambda: [1][2], lambda: [1].__setitem__(3, 1), lambda: [1, "a"].sort(), lambda: [1] + "a", lambda: [1] * 1.5, lambda: [1].extend(5), lambda: [3].insert("a", 1), lambda: [1][0:1:0], lambda: [0, 1].__setitem__(slice(0, 2, 2), [1, 2]), lambda: [1].index(1, 5), lambda: list(5), lambda: [1].sort(5), lambda: hash([])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
