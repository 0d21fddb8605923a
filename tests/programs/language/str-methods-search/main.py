s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("a", 1, 3), s.rfind("a"), s.index("bra"), s.rindex("bra"), s.count("a"), s.count("a", 1, -1), s.find("zz"), s.count(""))
print(s.startswith("abra"), s.startswith("bra", 1), s.endswith(("x", "bra")), s.startswith(()), "".startswith(""), s.endswith("abr", 0, -1))
print(s.replace("a", "*"), s.replace("a", "*", 2), s.replace("", "-", 3), "aaa".replace("aa", "b"), s.removeprefix("abra"), s.removesuffix("bra"), s.removeprefix("x"))
print("b" in s, "" in s, "bx" not in s, "%" in "100%")
for f in (lambda: s.index("q"), lambda: s.rindex("q"), lambda: s.startswith(1), lambda: s.find(1), lambda: 1 in s, lambda: s.replace("a"), lambda: s.count()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
