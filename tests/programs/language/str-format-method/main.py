print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("x", "y"), "{a.real} {b[k]} {c[0]}".format(a=5, b={"k": 1}, c=[9]), "{0[1][0]}".format([1, [2]]))
print("{:>{w}}|{:^{}}|{!r:<6}|".format("a", "b", 5, "c", w=4) if False else "{:>{w}}|{!r:<6}|".format("a", "c", w=4))
print("{{}} {}".format(1), "{:{}}".format("x", ">3"), "{0:{1}.{2}f}".format(3.14159, 8, 2), "{!s} {!r} {!a}".format("é", "é", "é"), "{:%Y}".format(type("D", (), {"__format__": lambda s, f: f})()))
print("{a}".format_map({"a": 1}), "{x.y}".format(x=type("T", (), {"y": "attr"})))
class Default(dict):
    def __missing__(self, k): return f"<{k}>"
print("{known} {unknown}".format_map(Default(known=1)))
for f in (lambda: "{} {}".format(1), lambda: "{0} {}".format(1, 2), lambda: "{x}".format(), lambda: "{".format(), lambda: "}".format(), lambda: "{0.nope}".format(1), lambda: "{0[9]}".format([1]), lambda: "{:q}".format(1), lambda: "{!x}".format(1), lambda: "{:d}".format("a"), lambda: "{:.3d}".format(1), lambda: "{0[}".format([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
