import sys, io
print("a", 1, None, sep="-", end="!\n"); print(); print("x", end=""); print("y"); print(*[1, 2, 3], sep=", "); print("a", "b", sep=""); print([1, "a"], {"k": 1}, (1,), sep=" | "); print("err", file=sys.stderr)
b = io.StringIO(); print("to buffer", 5, file=b, end="."); print(repr(b.getvalue())); print("flush", flush=True); print(sep="x"); print("", ""); print("é", "日本", "😀"); print("tab\tnew\nline"); print(None, sep=None, end=None)
for f in (lambda: print("a", sep=1), lambda: print("a", end=b""), lambda: print("a", foo=1), lambda: print("a", file=5)):
    try: f()
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class W:
    def write(self, s): sys.stdout.write(f"[{s!r}]")
print("a", 1, file=W()); print(); sys.stdout.write("direct\n"); print(sys.stdout.write("x"), "y")
class R:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(R(), [R()], {R(): R()}, (R(),), f"{R()}", f"{R()!r}", "%s %r" % (R(), R()), str(R()), format(R()))
