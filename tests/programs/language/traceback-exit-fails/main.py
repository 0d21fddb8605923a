def f(n):
    return f(n - 1) if n else {}[n]
class Ctx:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): raise RuntimeError("exit failed")
try:
    with Ctx():
        f(30)
except RuntimeError as e:
    print(repr(e.__context__))
def deep(n):
    if n == 0: raise KeyError("bottom")
    deep(n - 1)
deep(1200 // 60)
