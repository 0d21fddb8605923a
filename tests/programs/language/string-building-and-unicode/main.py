s = "naïve café 日本 😀"
print(len(s), s.upper(), s[-1], s[::-1][:3], s.encode("utf-8")[:12], [hex(ord(c)) for c in "é日😀"], s.find("日"), s.split(), s.title(), s.center(22, "·"))
print("ß".upper(), "ß".casefold() == "SS".casefold(), "İ".lower() == "i̇", "ﬀ".upper(), "Σας".lower(), "ǅ".title(), "é" == "e\u0301", len("e\u0301"), "\u0041\U00000042")
print(sorted("zäaéb"), max("aé"), "é".isalpha(), "日".isalnum(), "٣".isdigit(), int("٣٤"), "Ⅷ".isnumeric(), "\u00a0".isspace(), "a\u00ady", "日本".isidentifier())
名前 = "identifier"; print(名前, "変数" in dir(), f"{名前!a}")
t = "".join(chr(c) for c in range(0x1F600, 0x1F605)); print(t, len(t), t.encode("utf-16-le")[:4], t.encode().decode() == t)
print("%s|%5s|%-5s|" % ("é", "日", "😀"), f"{'日':>4}|{'é':*^5}|", "a\tb\u2028c".splitlines(), repr("\u202e"), "\x85".isspace())
import textwrap; print(textwrap.fill("the quick brown fox jumps over the lazy dog", 20), textwrap.dedent("  a\n    b\n"), textwrap.shorten("hello big world", 11), textwrap.indent("a\nb", "> "), sep="\n")
