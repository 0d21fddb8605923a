"""Slices of every sequence, slice objects, slice assignment."""
text, items, pair, data = "abcdefgh", list(range(8)), tuple("xyz"), b"bytes!"
for s in (slice(None), slice(2), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(6, 1, -2), slice(1, 100, 3),
          slice(5, 2), slice(-100, -6), slice(None, None, 3)):
    print(s, text[s], items[s], pair[s], data[s], s.indices(8))
print(range(20)[5:15:3], range(10)[::-1], range(10)[3], range(10)[-1], list(range(0, 10, 3)[1:]))
print(len(range(0, 10, 3)), 9 in range(0, 10, 3), 8 in range(0, 10, 3), range(5) == range(0, 5, 1), range(0) == range(2, 1))
items[2:4] = []
print(items)
items[1:1] = ["in", "serted"]
print(items)
items[-1:] = [100, 200]
print(items)
items[::2] = "abcdefgh"[: len(items[::2])]
print(items)
del items[::3]
print(items)
ba = bytearray(b"hello")
ba[0:1] = b"J"
ba += b"!!"
del ba[-1]
print(ba, bytes(ba), ba[1], ba[1:3])


class Recorder:
    def __getitem__(self, key):
        return key


r = Recorder()
print(r[1], r[1:2], r[::2], r[1, 2], r[1:2, ::3], r[...], r[:, "a"])
for bad in (lambda: [1][::0], lambda: "abc"[1.0], lambda: (1,)[5], lambda: range(3)[7]):
    try:
        print(bad())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__ + ":", error)
