"""Format specifications, as f-strings and `format` read them."""
value = 1234567.891
for spec in ("", ".2f", ",.2f", "_.1f", "e", ".3e", "g", ".3g", "%", "15.2f", "<15.2f", "^15.2f", ">15.2f", "*^15.1f",
             "+.1f", " .1f", "015.2f", "=+15.1f", "n", ".0f", "#.0f"):
    print(f"{spec!r:>10}: [{value:{spec}}]")
number = 48879
for spec in ("", "d", "x", "X", "#x", "b", "#b", "o", "#o", "c", ",", "_", "_x", "#_b", "010", "<8", "^8", "+", " ", "e",
             ".1f", "%", "08x", "#010x"):
    print(f"{spec!r:>10}: [{number:{spec}}]")
for text in ("abc", "Füße"):
    for spec in ("", "6", "<6", ">6", "^6", ".2", "-^9.2", "s", "06"):
        print(f"{spec!r:>8}: [{text:{spec}}]")
print(f"{-5:05d} {-5:=+6d} {5:+d} {-5: d} {5: d} {0:d} {True:d} {True} {False:>6}")
print(f"{1e10:g} {1e-10:g} {100000:g} {1000000:g} {0.0001:g} {123456789:.3g} {1e100:.2e} {0:e}")
print(f"{10**30:,} {-10**30:_} {2**100:x}")
print("{} {} {}".format(1, "two", 3.0), "{2} {0} {1}".format("a", "b", "c"), "{x}-{y:>4}".format(x=1, y=2))
print("{0[1]} {0[0]:>5} {1.real} {2[key]}".format([1, 2], 3, {"key": "value"}), "{{}} {{x}}".format())
print("{:{}}|{:{w}.{p}f}".format("a", 5, 3.14159, w=10, p=2))
print(format(3.14159, ".2f"), format(255, "#x"), format("x", "^5"), format(None), format([1, 2]))
for bad in (lambda: format("x", "d"), lambda: format(1, "s"), lambda: format(1.5, "d"), lambda: format(1, "z9"),
            lambda: "{} {}".format(1), lambda: "{a}".format(b=1), lambda: format([], "5")):
    try:
        print(bad())
    except (ValueError, IndexError, KeyError, TypeError) as error:
        print(type(error).__name__ + ":", error)
