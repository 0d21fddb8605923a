import re as _r
class A: pass
def f(): pass
import math
for o in (A, f, f.__class__, len, math.sin, print, int, type, object(), A(), lambda: 0, [].append, "".join, iter([]), (x for x in ()), range(3), slice(1), Ellipsis, property(), staticmethod(f), super, map(f, []), {}.keys(), {}.items(), Exception("x"), int | str, list[int]):
    s = repr(o)
    print(_r.sub(r"0x[0-9a-f]+", "0x", s))
