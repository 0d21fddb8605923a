for s in ("a'b", 'a"b', "a'b\"c", "\n\t\r\\", "\x00\x1f\x7f", "é", "\u200b", "\ud7ff", "\U0001f600", "\xa0", "\xad", "tab\there"):
    print(repr(s), ascii(s), len(s))
print('\101\x41\u0041\N{LATIN SMALL LETTER A}', r"\n\t", "a\
b", "\"", '\'', """a"b'c""", b"\x00\xff'\"", b'it\'s', ascii("日本"))
print(repr("\u2028"), repr("\ue000"), repr("\U000e0001"), str(b"bytes"), repr(b"\t\n\\"))
print("".join(chr(i) for i in range(32, 127)))
