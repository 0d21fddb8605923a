"""The % operator of strings."""
print("%d %i %5d|%-5d|%05d %+d % d" % (1, 2, 3, 4, 5, 6, 7))
print("%s %r %a %10s|%-10s|%.2s" % ("a", "b", "ü", "c", "d", "efg"))
print("%f %.2f %10.3f|%-10.1f|%e %.1E %g %G" % (1.5, 2.345, 3.14159, 2.5, 12345.678, 0.00012, 1e10, 1e-10))
print("%x %X %#x %o %#o %c %c %%" % (255, 255, 255, 8, 8, 65, "z"))
print("%(name)s is %(age)d years, %(name)r" % {"name": "Eve", "age": 30})
print("%*d|%-*d|%.*f" % (5, 1, 5, 2, 3, 3.14159))
print("%s" % (("a", 1),), "%s %s" % (None, [1, "x"]), "%d" % 3.99, "%5.1f%%" % 12.345)
print("%s" % "only", "%d items" % 3, "%s" % {"a": 1})
for text, args in (("%d", ("x",)), ("%s %s", (1,)), ("%s", (1, 2)), ("%q", (1,)), ("%(a)s", (1,)), ("%c", (1.5,)),
                   ("%x", (1.5,)), ("abc", (1,))):
    try:
        print(text % args)
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__ + ":", error)
