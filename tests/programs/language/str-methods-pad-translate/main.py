print("a".center(5, "*") + "|", "ab".center(5) + "|", "a".ljust(4, ".") + "|", "a".rjust(4) + "|", "42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2))
print("a\tb\tcc".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(3) + "|", "ab\n\tc".expandtabs(2))
t = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(t), "abc".translate({97: "A", 98: None, 99: 67}), str.maketrans({"a": 1, 98: "two"}))
print("%s" % "a" * 2, "abc" * 0, "ab" * -1, 3 * "ab", "a" "b" 'c', "abc"[::-1], "abc"[-2:], "abc"[5:], "abcdef"[1:5:2])
print("é".encode(), "é".encode("latin-1"), "€".encode("utf-16-le"), "a€".encode("ascii", "ignore"), "a€".encode("ascii", "replace"), "a€".encode("ascii", "xmlcharrefreplace"), "a€".encode("ascii", "backslashreplace"))
for f in (lambda: "a".center(3, "ab"), lambda: "a".ljust("x"), lambda: str.maketrans("ab", "c"), lambda: "a".encode("no-such"), lambda: "€".encode("latin-1"), lambda: "a" * "b", lambda: "abc"["x"], lambda: "abc"[1:2:0]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
