def t(f, *a, **k):
    try: print("->", f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
x, w, p = 3.14159, 10, 2
d = {"a": 1}
print(f"{x:{w}.{p}f}|{x!r:>12}|{'in' + f'{x:.1f}'}|{d['a']}|{{}}|{x=}|{x = :.2f}|{d!s}|{w=!r:^8}")
print(f"{'a' if x else 'b'}{(lambda y: y*2)(4)}{[i for i in range(3)]}{ {1,2} }{x:%}")
for spec in ("d", "5d", "<5d", "^+7d", "=+7d", "#x", "#010b", "o", ",", "_", "e", ".3g", "%", "c", "08,d", "n", "X", "*^9"):
    try: print(spec, "|" + format(65, spec) + "|")
    except Exception as e: print(spec, e)
for spec in (".2f", "10.3e", "g", ".0f", "#.0f", ",.2f", "+.1f", " .1f", "%", ".3%", "G", "_.1f", "010.2f", "z.1f", "n", ""):
    try: print(spec, "|" + format(-1234567.8915, spec) + "|", "|" + format(-0.01, spec) + "|")
    except Exception as e: print(spec, e)
for spec in ("5", ">5", "^5", ".2", "*<6.1", "05", "=5", "d", "s", "+"):
    try: print(spec, "|" + format("abc", spec) + "|")
    except Exception as e: print(spec, e)
print("%5d|%-5d|%05d|%+d|%x|%#X|%o|%e|%.2f|%g|%s|%r|%a|%c|%c|%%|%10.3s|" % (1, 2, 3, 4, 255, 255, 8, 1234.5, 1.005, 1e-5, "s", "r", "é", 65, "z", "abcdef"))
print("%(a)s %(b)05.1f" % {"a": 1, "b": 2}, "%*d|%-*.*f" % (5, 1, 8, 2, 3.14159))
for f, a in (("%d", "x"), ("%d %d", (1,)), ("%d", (1, 2)), ("%q", 1), ("%(a)s", 1), ("%", 1), ("%c", 300000000), ("%c", "ab"), ("%x", 1.5), ("%d", 1.9), ("%i", None)): t(lambda: f % a)
print("{} {0}".format if 0 else "{0} {1!r} {a.real} {b[k]} {c[0]:>{w}}".format(1, "x", a=5, b={"k": 2}, c=[7], w=4))
for s in ("{", "}", "{} {0}", "{0.x}", "{a}", "{!z}", "{:d}", "{:{}}", "{0[}", "{1}"): t(s.format, "v")
class C:
    def __format__(self, s): return f"<{s}>"
    def __repr__(self): return "C!"
print(f"{C():abc}", f"{C()!r:>5}", "{:x{}}".format(C(), 5), format(C()), [C()], f"{C()=}")
t(format, C(), 5); t(format, [], ">5"); t(format, None, "d"); print(format(True, "d"), format(True), f"{True:5}|{None!s:5}|")
L = list(range(10))
print(L[2:5], L[::-1], L[-3:], L[::3], L[8:2:-2], L[100:], L[-100:2], L[slice(1, None, 4)])
L[2:4] = "ab"; print(L); L[::2] = [0]*5; print(L); del L[1::3]; print(L); L[1:1] = [9, 9]; print(L)
t(lambda: L.__setitem__(slice(None, None, 2), [1])); t(lambda: L[1:2:0]); t(lambda: L["a"]); t(lambda: L[99]); t(L.pop, 99); t([].pop); t(L.remove, 12345); t(L.index, 77)
print(slice(1, 10, 3).indices(5), slice(1), slice(None) == slice(None), slice(1,2,3))
s = "Hello, World"
print(s.center(20, "*"), s.partition(", "), s.rpartition("o"), s.split("o", 1), s.rsplit("o", 1), s.title(), s.swapcase(), s.find("z"), s.translate(str.maketrans("lo", "01", "H")), s.expandtabs(), "a\tb".expandtabs(4), s.removeprefix("He"), s.removesuffix("ld"), s.zfill(15), "-5".zfill(4), s.casefold(), s.encode(), "ß".upper(), "ǆ".title())
print("a,b,,c".split(","), " a b ".split(), "".split(), "".split(","), "a\nb\r\nc\x0bd".splitlines(), "a\nb".splitlines(True), "abc".join("xy"), "1²".isdigit(), "½".isnumeric(), "a1".isalnum(), "_x".isidentifier(), "\t".isspace(), "".isupper(), "Ab Cd".istitle(), "\x00".isprintable())
t("a".index, "b"); t("a".split, ""); t("a".join, [1]); t("a".replace, 1, 2); t(lambda: "a" + 1); t(lambda: "a" * "b"); t(lambda: 1 + "a"); t("abc".center, 5, "xx"); t("a".startswith, 5); print("abc".startswith(("x", "a")), "abcabc".replace("b", "X", 1), "abc".count(""), "aXbX".rfind("X"))
b = b"hello\x00\xff"
print(b, b.hex(), b.hex(":", 2), bytes.fromhex("0a 0B"), b[0], b[1:3], list(b[-2:]), b.decode("latin-1"), b.upper(), b.split(b"l"), b"%d %s" % (5, b"x"), bytes(3), bytes([1,2]), b"a" in b"ab", 97 in b"ab", b.find(b"l"), b"ab".join([b"1", b"2"]), b"\t\n\\'\"")
t(lambda: b"a" + "b"); t(bytes, [256]); t(bytes, "a"); t(b"\xff".decode); t("é".encode, "ascii"); t(lambda: b[99]); t(bytes.fromhex, "0g"); t(b"\xff\xfe".decode, "ascii"); print(b"\xff".decode(errors="replace"), "é€".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"), b"a\xffb".decode("utf-8", "ignore"), "é".encode("utf-16"), "x".encode("utf-32-be"))
ba = bytearray(b"abc"); ba[0] = 120; ba += b"!"; ba.extend([1]); ba.insert(1, 45); del ba[2]; ba[1:2] = b"ZZ"; print(ba, ba.pop(), ba.reverse(), ba); t(ba.append, 300); mv = memoryview(ba); print(mv[0], bytes(mv[1:3]), len(mv), mv.tolist(), mv.nbytes); mv[0] = 1; print(ba)
print(1_000, 0x_ff, 0b1010, 1e3, 1j*1j, 5//-2, -5 % 3, 5.5 % -2, divmod(-7, 2), divmod(7.5, -2), 2**-1, 2**100, pow(3, -1, 7), round(2.5), round(3.5), round(-2.567, 2), round(1234, -2), int("0x1f", 16), int(" 12_3 "), int("z", 36), float("1e400"), float("-inf"), float("nan"), 0.1+0.2, 1e16, 1e15, 1e-5, 123456789012345678.0, 1/3, 5e-324, (0.1).as_integer_ratio(), (255).to_bytes(2, "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), (10).bit_length(), (7).bit_count(), 3.0.is_integer(), float.fromhex("0x1.8p1"), (2.5).hex(), complex("1+2j"), (1+2j).conjugate(), abs(3+4j), -0.0, 1e22, 1e21+1)
t(int, "12a"); t(int, ""); t(float, "x"); t(lambda: 1 // 0); t(lambda: 1.0 / 0); t(lambda: 5 % 0); t(lambda: 2.0 ** 10000); t(lambda: 1 << -1); t(complex, "x"); t(int, "1" * 5000); t(str, 10**5000); t(int, None); t(chr, -1); t(ord, "ab"); t(lambda: 0 ** -1); t(int, "9", 99); t(lambda: (-8) ** (1/3)); t(round, "x"); t(lambda: 1j < 2j); t(lambda: 1j // 2); t(pow, 2, -1, 4); t(hash, []); t(len, 5); t(sum, ["a"]); t(sorted, [1, "a"]); t(max, []); t(min, 1); t(range, 1, 2, 0); t(iter, 5); t(next, iter([])); t(list, zip([1], [1,2], strict=True)); t(isinstance, 1, 5); t(setattr, 1, "x", 2); t(getattr, 1, "foo"); t(lambda: None.foo); t(lambda: None()); t(lambda: None[0]); t(lambda: [].foo); t(lambda: (1)[0]); t(lambda: {}["k"]); t(lambda: {}[[]]); t(dict, [1]); t(dict, [(1,2,3)]); t(set, 5); t(lambda: {1} | [2]); t(lambda: [1] + (2,)); t(abs, "x"); t(lambda: -"x"); t(lambda: not_defined); t(bin, 1.5); t(callable); t(open, "/nope"); t(__import__, "nope"); t(vars, 1); t(dir, 1, 2); t(input, 1, 2)
