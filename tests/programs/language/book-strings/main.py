import string, textwrap, re
s = "Hello, Wörld! ñandú ßtraße ǅ İ"
print(s.upper(), s.lower(), s.title(), s.swapcase(), s.casefold(), s.capitalize())
print("a,b,,c".split(","), " a  b ".split(), "a b c d".split(" ",2), "a b c d".rsplit(None,2), "l1\nl2\r\nl3\x0bl4\u2028l5".splitlines(), "x\n".splitlines(True), "k=v=w".partition("="), "k=v=w".rpartition("="), "abc".partition("z"))
print("  x ".strip()+"|", "xxaxx".strip("x"), "prefix-rest".removeprefix("prefix-"), "file.txt".removesuffix(".txt"), "abc".center(9,"*"), "abc".ljust(5,".")+"|", "42".zfill(5), "-42".zfill(5), "a\tb".expandtabs(4), "banana".replace("an","AN",1), "banana".count("an"), "banana".find("x"), "banana".rfind("an"), "banana".index("n"))
print("abc" < "abd", "Z"<"a", "abc"*2, "b" in "abc", "abc"[::-1], "abcdef"[1:-1:2], "abc"[-2:], "abc"[5:], "é"=="e\u0301", len("👍🏽"), "👍"[0], ascii("é👍"), repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\x00\x1f\x7f\xa0\u200b\ud7ff\t\n\\"))
print("abc".isalpha(), "12".isdigit(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(), "a1".isalnum(), " ".isspace(), "Ab".istitle(), "ab".islower(), "x_1".isidentifier(), "class".isidentifier(), "\n".isprintable(), "".isalpha(), "é".isascii())
print("abc".translate(str.maketrans("ab","xy","c")), "abc".translate({97:None,98:"BB"}), "-".join(["a","b"]), "abc".encode(), "é".encode("latin-1"), "é".encode("ascii","replace"), "é".encode("ascii","xmlcharrefreplace"), "é".encode("ascii","backslashreplace"), b"\xc3\xa9".decode(), b"\xff".decode("utf8","replace"), b"\xffa".decode("utf8","ignore"), b"\xff".decode("latin1"))
print(f"{'nested ' + f'{1+1:>{2+1}}'!r:>20}", f"{s[:5]=}", f"{3*4 = }", f"{'a':{'>'}{5}}", f"{{literal}} {1}", f"{1,2}", f"{(lambda x: x*2)(3)}", f"{[i for i in range(3)]}", f"{ {'a':1}['a'] }", rf"\n{1}", f"{1.0!s:>5}", f"{None}", f"{'é'!a}")
print("{0} {1} {0}".format("a","b"), "{a} {b[x]} {c.real}".format(a=1,b={"x":2},c=3j), "{:>{w}}".format("x",w=5), "{!r:^9}".format("x"), "{:{}}".format("x","*>4"), "{{}}".format(), "{0[0]}".format([7]))
t = string.Template("$who likes ${what} $$5"); print(t.substitute(who="tim", what="kung pao"), t.safe_substitute(who="x"))
print(string.ascii_letters, string.digits, string.punctuation, string.capwords("hello big world"), string.hexdigits, repr(string.whitespace))
print(textwrap.dedent("""\
    a
      b
    c"""), textwrap.shorten("Hello big wide world", 15), textwrap.wrap("aaa bbb ccc ddd",7), textwrap.indent("a\nb\n","> "))
print("%-10s|%5s|%.2s" % ("ab","cd","efgh"), "%(a)s %(b)05.1f" % {"a":1,"b":2.345}, "%s" % (("t",),), "%*d" % (5,3), "%r %a" % ("é","é"), "%i" % 3.9, "%5%|")
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.findall(r"\d+", "a1b22c333"), re.split(r"[,;]\s*", "a, b;c"), re.match(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05").groupdict(), re.search("x","abc"), re.fullmatch(r"a*","aaa"), re.sub("a", lambda m: m[0].upper()+str(m.start()), "banana"), re.compile("a",re.I), re.escape("a.b*c"), re.findall(r"(a)(b)?","abaa"), re.subn("a","x","aaa",2), [m.span() for m in re.finditer("a","banana")], re.split(r"(-)","a-b-c"), re.sub(r"(?<=a)b","X","abcb"), re.findall(r"(?i)ABC","abcABC"), re.findall(r"^\w",  "a\nb", re.M), re.VERBOSE|re.I)
try: re.compile("(")
except re.error as e: print(e, e.pos, e.msg)
try: re.compile("[z-a]")
except re.error as e: print(e)
try: re.compile("*a")
except re.error as e: print(e)
    try:
        if "]=" in bad: exec(bad); continue
        print(bad, "->", eval(bad))
    except Exception as e: print(bad, "->", type(e).__name__, e)
print(b"abc"[0], b"abc"[:2], b"a,b".split(b","), bytes(3), bytes([65,66]), b"abc".hex(), bytes.fromhex("de ad"), b"\x00\xffA'", bytearray(b"abc"), b"abc".find(b"c"), b"x".join([b"1",b"2"]), b"abc".upper(), memoryview(b"abc")[1], list(b"ab"), b"ab"*2, b"a" in b"abc", 97 in b"abc", b"%d-%s" % (1,b"x"), b"abc".hex("-"), bytearray(b"hi").decode())
ba = bytearray(b"hello"); ba[0]=72; ba.append(33); ba += b"?"; ba[1:3]=b"EEE"; del ba[-1]; print(ba, ba.pop(), ba.reverse(), ba, ba.extend([1,2]), ba)
