"""bytes and bytearray."""
b = b"hello\x00\xff\n'"
print(b, len(b), b[0], b[-1], b[1:4], list(b[:3]), b + b"!", b * 2)
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(range(3)), bytearray(b"ab"), b"a" in b"abc", 97 in b"abc")
print(b"abc".hex(), bytes.fromhex("48 65 6c"), b"a,b".split(b","), b",".join([b"x", b"y"]), b"abc".upper())
print(b"hello".find(b"l"), b"hello".replace(b"l", b"L"), b"  x ".strip(), b"ab".startswith(b"a"), b"abc".decode())
print(b"abc" < b"abd", b"abc" == bytearray(b"abc"), hash(b"a") == hash(b"a"), b"\x41\t", rb"\x41")
buffer = bytearray()
buffer.append(72)
buffer.extend(b"ello")
buffer[0] = 74
buffer.insert(0, 62)
print(buffer, buffer.pop(), buffer, buffer.decode("ascii"))
buffer.reverse()
print(buffer, bytes(buffer), b"%d %s" % (5, b"x"))
for bad in (lambda: bytes([256]), lambda: b"a" + "b", lambda: bytes("x"), lambda: b"\xff".decode(), lambda: b"abc"[9],
            lambda: "é".encode("ascii")):
    try:
        print(bad())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__ + ":", error)
