"""Methods of str."""
s = "  Hello, World  "
print([s.strip(), s.lstrip(), s.rstrip(), "xxhixx".strip("x"), "abcabc".strip("ac")])
print("hello world".title(), "HELLO".lower(), "hello".upper(), "hello World".capitalize(), "Hello".swapcase(),
      "STRASSE".casefold())
print("a,b,,c".split(","), "a b  c ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "one\ntwo\r\nthree".splitlines())
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("x"))
print("-".join(["a", "b", "c"]), "".join(map(str, range(5))), ", ".join(str(n) for n in (1, 2)))
print("banana".count("a"), "banana".count("ana"), "banana".find("na"), "banana".rfind("na"), "banana".find("x"),
      "banana".index("n", 3))
print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "banana".replace("", "-"))
print("prefix_name".removeprefix("prefix_"), "name.py".removesuffix(".py"))
print("abc".startswith("ab"), "abc".startswith(("x", "a")), "abc".endswith("bc"), "abc".startswith("b", 1))
print("42".isdigit(), "4.2".isdigit(), "abc".isalpha(), "ab1".isalnum(), " \t".isspace(), "ABC".isupper(), "abc".islower(),
      "Abc Def".istitle(), "abc_1".isidentifier(), "".isalpha())
print("7".zfill(3), "-7".zfill(4), "ab".center(7, "*"), "ab".ljust(5, "."), "ab".rjust(5), "ab".center(5) + "|")
print("a\tb\tc".expandtabs(4), "abc".translate(str.maketrans("ab", "xy", "c")), "abc".translate({97: "A", 98: None}))
print("abc"[0], "abc"[-1], "hello"[1:3], "hello"[::-1], "hello"[::2], "hello"[-3:], "hello"[10:], "hello"[3:1])
print("ab" * 3, "ab" + "cd", "b" in "abc", "x" not in "abc", len("naïve"), "ü" < "z", "a" < "b", "Z" < "a")
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t nl\n bs\\ nul\x00 é \x7f \u200b"))
print(ord("a"), chr(8364), ascii("é€"), "é".encode(), "é€".encode("utf-8").decode(), "abc".encode("ascii"))
print("Schön"[::-1], "日本語"[1], len("日本語"), "日本語".encode("utf-8"), "🐍" * 2, len("🐍"))
print(list("abc"), sorted("banana"), set("aab") == {"a", "b"}, "".join(reversed("abc")), max("hello"), min("hello"))
print(str(3), str(None), str([1, "a"]), str(b"x"), str(object) , str(1.0))
for bad in (lambda: "abc".index("x"), lambda: "a" + 1, lambda: "abc"[5], lambda: "a,b".split(""), lambda: "abc"["x"],
            lambda: ",".join([1]), lambda: "a" * "b", lambda: ord("ab"), lambda: chr(-1), lambda: "x" < 1):
    try:
        print(bad())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__ + ":", error)
