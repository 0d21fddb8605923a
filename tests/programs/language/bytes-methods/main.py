b = b"hello world"
print(b[0], b[1:3], b.upper(), b.find(b"o"), b.replace(b"l", b"L"), b.split(), b.split(b"o"), b.startswith(b"he"), b.hex(), b.hex("-", 2), bytes.fromhex("68 65"), b.decode(), list(b[:3]), b.count(b"l"), 104 in b, b"wor" in b)
print(bytes(3), bytes([1, 2]), bytes("é", "utf8"), bytes(b"x"), bytes(range(3)), b"a" + b"b", b"a" * 3, b"abc" < b"abd", b"%d %s" % (1, b"x"), b"a,b".partition(b","), b"-".join([b"a", b"b"]), b" x ".strip(), b"ab".center(6, b"*"), b"\xff".decode("latin1"))
print(b"abc".translate(bytes.maketrans(b"a", b"z")), b"AbC".swapcase(), b"abc".isalpha(), b"a\tb".expandtabs(), b"a\nb".splitlines(), b"42".zfill(4), b"xax".lstrip(b"x"), b"abc".title(), b"abc".removeprefix(b"a"), hash(b"a") == hash(b"a"))
for f in (lambda: bytes([256]), lambda: bytes("a"), lambda: bytes(-1), lambda: b"a" + "b", lambda: b"a"[5], lambda: bytes.fromhex("6"), lambda: b"\xff".decode(), lambda: b"\xc3".decode("utf8"), lambda: b"a".join(["x"]), lambda: "a" in b"abc", lambda: b"abc".find("a"), lambda: bytes(1.5), lambda: bytes(["a"])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(b"\xffa".decode("utf8", "replace"), b"\xffa".decode("utf8", "ignore"), b"\xffa".decode("ascii", "backslashreplace"))
