"""Encodings by name."""
import codecs

print(codecs.encode("héllo", "utf-8"), codecs.decode(b"h\xc3\xa9", "utf-8"), codecs.encode("abc", "rot13"), codecs.encode(b"\x01\xff", "hex"))
print(codecs.BOM_UTF8, codecs.lookup("utf8").name, codecs.lookup("latin-1").name, codecs.getencoder("ascii")("x"))
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([b])) for b in "é€x".encode()], repr(decoder.decode(b"", True)))
print("".join(codecs.iterdecode([b"h\xc3", b"\xa9"], "utf-8")), list(codecs.iterencode(["a", "é"], "utf-8")))
with codecs.open("c.txt", "w", encoding="utf-8") as f:
    f.write("é")
print(codecs.open("c.txt", encoding="utf-8").read())
for bad in (lambda: codecs.lookup("no-such"), lambda: codecs.encode("é", "ascii"), lambda: codecs.decode(b"\xff", "utf-8")):
    try:
        bad()
    except (LookupError, UnicodeError) as problem:
        print(type(problem).__name__, problem)
