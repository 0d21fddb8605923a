import traceback, sys
def a(n): return b(n)
def b(n):
    if n == 0:
        raise ValueError("bottom")
    return a(n - 1)
try: a(1)
except ValueError as e:
    text = traceback.format_exc()
    print([l.strip() for l in text.splitlines() if not l.strip().startswith("File") and set(l.strip()) - set("^~")])
    print(traceback.format_exception_only(type(e), e))
    print([f.name for f in traceback.extract_tb(e.__traceback__)], sys.exc_info()[0].__name__)
    tb = e.__traceback__
    depth = 0
    while tb: depth += 1; tb = tb.tb_next
    print(depth, e.with_traceback(None).__traceback__)
print(sys.exc_info())
