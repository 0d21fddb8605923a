a = bytearray(b"abc")
a[0] = 65; a.append(100); a.extend(b"ef"); a += b"g"; a.insert(1, 66); del a[2]; a[1:3] = b"XYZ"
print(a, len(a), a.pop(), a.pop(0), a, a.remove(ord("X")), a, a.reverse(), a)
print(bytearray(3), bytearray("é", "utf8"), bytearray(b"x") * 2, bytearray(b"a") == b"a", bytearray(b"ab").upper(), bytearray(b"a b").split(), bytes(a), a.copy() is a, a.hex())
a.clear(); print(a, bool(a))
m = bytearray(b"hello"); m[::2] = b"HLO"; print(m, m[-1], m[1:3], m.find(b"L"), m.decode())
for f in (lambda: m.append(256), lambda: m.append("a"), lambda: m.__setitem__(0, "x"), lambda: m.__setitem__(99, 1), lambda: hash(m), lambda: m.__setitem__(slice(0, 4, 2), b"abc"), lambda: bytearray().pop(), lambda: m.remove(1), lambda: bytearray("a"), lambda: m.extend("x")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
