print(abs(-3), abs(-2.5), abs(3 + 4j), divmod(7, -2), pow(2, 10), pow(2, 10, 1000), pow(2.0, 3), round(3.14159, 2), round(5), sum([1, 2], 10), sum([[1], [2]], []), min(3, 1, 2), max([1, 5, 2]), min("b", "a"), max([], default=0), min([3, -4], key=abs), max("ab", "c", key=len))
print(bin(10), oct(8), hex(255), bin(-5), int("ff", 16), chr(65), ord("A"), hash(5), bool(""), complex("1+2j"), float("1.5"), sum([0.1] * 3), sum(range(5), start=5), abs(True), int(" 7 "), hex(-255), round(-2.5), round(1e20))
for f in (lambda: sum(["a"], ""), lambda: sum([1, "a"]), lambda: min(1), lambda: max(1, "a"), lambda: abs([]), lambda: pow(2, 3, 1.5), lambda: divmod(1, "a"), lambda: bin(1.5), lambda: max(), lambda: max([1], [2], default=1), lambda: sum(5), lambda: round(1, 2, 3), lambda: min([], key=len), lambda: hex("a"), lambda: chr(1.5), lambda: sum([1], [])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
