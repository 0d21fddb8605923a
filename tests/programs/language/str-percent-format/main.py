print("%d %i %u %s %r %a %c %c %%" % (1, 2, 3, "s", "r", "é", "c", 65))
print("%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o" % (42, 42, 42, 42, 42, 255, 255, 255, 8, 8))
print("%f %.2f %e %.1E %g %G %10.3f|%-10.2f|" % (1.5, 2.345, 12345.678, 0.00012, 1e-10, 1e20, 3.14159, 2.5))
print("%(name)s is %(age)03d" % {"name": "Al", "age": 7}, "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%s" % (1,), "%s %s" % ("a", [1]), "%s" % [1, 2], "%s" % {"a": 1})
print("%d" % 3.9, "%x" % -255, "%s" % None, "%.3s|%5.1s|" % ("abcdef", "xyz"), "%r" % "it's", "%c" % "é")
for f in (lambda: "%d" % "a", lambda: "%s %s" % "a", lambda: "%s" % (1, 2), lambda: "%z" % 1, lambda: "%(a)s" % {}, lambda: "%(a)s" % 5, lambda: "%c" % "ab", lambda: "%c" % -1, lambda: "%x" % 1.5, lambda: "%" % 1, lambda: "%d" % None, lambda: "%f" % "x", lambda: "%*d" % ("a", 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
