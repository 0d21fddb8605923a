b = bytearray(b"abcdef")
m = memoryview(b)
print(m[0], m[1:3].tobytes(), len(m), m.tolist(), bytes(m), m.nbytes, m.itemsize, m.format, m.readonly, m.shape, m.ndim)
m[0] = 65; m[1:3] = b"BC"; print(b, m.hex(), m == b, memoryview(b"x").readonly, m[-1])
for f in (lambda: memoryview(b"abc").__setitem__(0, 1), lambda: memoryview("abc"), lambda: m[99], lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: memoryview(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with memoryview(b"abc") as v: print(v.tobytes())
print(ord("a") in memoryview(b"abc"), memoryview(b"ab") == b"ab", memoryview(b"abc").obj)
