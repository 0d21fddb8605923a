print("a" < "b", "a" < "B", "abc" < "abcd", "" < "a", "Z" < "a", "é" > "z", sorted(["b", "A", "a", "B", "_", "1"]), sorted(["b", "A", "a"], key=str.lower))
print(max("hello"), min("hello"), "10" < "9", sorted("10 9 2".split(), key=int), "a" == "a", "a" != "b", "ab" is not "AB".lower() or True)
print([ord(c) for c in "Aa é😀"], [chr(i) for i in (65, 233, 8364, 128512)], "😀"[0], len("😀é"), "e\u0301" == "é")
print("abc" * 2 + "d", "x" in "xyz", [c for c in "hey"], list(enumerate("ab", 1)), dict(zip("ab", "cd")), "".join(reversed("abc")), sorted(set("banana")))
for f in (lambda: "a" < 1, lambda: "a" + 1, lambda: "a" - "b", lambda: ord(""), lambda: ord("ab"), lambda: chr(0x110000), lambda: chr("a"), lambda: "a"[0][0][1], lambda: "abc".__getitem__("x")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
