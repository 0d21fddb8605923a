r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, r.index(8), r.count(8), r.start, r.stop, r.step, list(reversed(r)))
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), hash(range(3)) == hash(range(0, 3)), range(5, 0, -2), list(range(5, 0, -2)), bool(range(0)), range(10)[3:7:2], range(1, 10)[-3:], range(10 ** 9)[10 ** 8], "a" in range(3), 2.0 in range(3), 2.5 in range(3))
print(max(range(5)), sum(range(101)), list(range(0)), range(-3, 3), list(range(3, -3, -2)), tuple(range(2)), sorted(range(3), reverse=True), range(True))
for f in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range("a"), lambda: range(), lambda: range(1, 2, 3, 4), lambda: r[99], lambda: r.index(9), lambda: r["a"], lambda: range(3) + range(2), lambda: r.__setitem__(0, 1), lambda: range(3) < range(4)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
