print("a,b,,c".split(","), "a b  c ".split(), "a b  c ".split(" "), " a b ".split(None, 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "abc".split("abc"))
print("a\nb\r\nc\x0bd\x1ce\u2028f".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print("k=v=w".partition("="), "kv".partition("="), "k=v=w".rpartition("="), "kv".rpartition("="))
print("-".join("abc"), ",".join(["x"]), "".join([]), "-".join({"a": 1, "b": 2}), " ".join(str(i) for i in range(3)))
print("  x ".strip(), "xxyxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "\t\n x\u3000".strip(), "mississippi".strip("ipm"))
for f in (lambda: ",".join([1]), lambda: ",".join(5), lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(1), lambda: "a".strip(1), lambda: ",".join(["a", None])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
