for s in ("hello World", "ÄÖß", "ǆ", "ﬁne", "123abc", "", "it's a dog's life", "İ", "ΑΣ"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("abc".isupper(), "ABC".isupper(), "Abc".istitle(), "a1".isalnum(), "12".isdigit(), "½".isnumeric(), "½".isdecimal(), "²".isdigit(), " \t\n".isspace(), "a b".isidentifier(), "class".isidentifier(), "é".isascii(), "\x00".isprintable(), "".isprintable(), "".isascii())
