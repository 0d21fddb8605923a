tests = [lambda: 1/0, lambda: 1//0, lambda: 1%0, lambda: 1.0/0, lambda: 0**-1, lambda: int("x"), lambda: float("y"),
 lambda: [][1], lambda: {}["k"], lambda: (1,)[5], lambda: "abc"[9], lambda: None.x, lambda: "a"+1, lambda: 1+"a",
 lambda: [1]+(2,), lambda: len(5), lambda: abs("x"), lambda: sum(["a"]), lambda: max([]), lambda: min(()),
 lambda: int([]), lambda: int(None), lambda: chr(-1), lambda: ord("ab"), lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(),
 lambda: next(iter([])), lambda: [1].remove(2), lambda: [1].index(2), lambda: "a".index("b"), lambda: 5(), lambda: (1).foo,
 lambda: range(1,2,0), lambda: "%d" % "x", lambda: "{}".format(), lambda: "{a}".format(), lambda: open("/no/such"), lambda: iter(5),
 lambda: {[]: 1}, lambda: {{}}, lambda: [1,2][1.0], lambda: "abc"[None], lambda: 5[0], lambda: 1 < "a", lambda: [] < 3, lambda: sorted([1,"a"]),
 lambda: int("1"*5, 99), lambda: bytes([300]), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: 2**"a", lambda: -"a", lambda: ~1.5,
 lambda: round("x"), lambda: divmod(1,0), lambda: pow(2,-1,4), lambda: complex("x"), lambda: isinstance(1,2), lambda: issubclass(1,int)]
for t in tests:
    try: print(t())
    except Exception as e: print(type(e).__name__, "|", e)
