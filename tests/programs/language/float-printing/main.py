for x in (0.1, 0.1 + 0.2, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 0.00001234, 1.0, 100.0, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 2 / 3, 1e100, -0.0, 3.0e-10, 12345.678e5):
    print(x, repr(x), f"{x:.3f}" if abs(x) < 1e20 else "-", f"{x:g}", f"{x:.2e}", "%s" % x)
print(float("inf"), float("-inf"), float("nan"), -float("nan"), 1e400, -1e400)
print(float(" 1_0.5 "), float("1e3"), float("+.5"), float("5."), float("Infinity"), float("-INF"), float("nAn"))
for s in ("", ".", "1e", "1__0", "0x1", "--1", "1 2", "abc"):
    try: print(float(s))
    except ValueError as e: print(e)
