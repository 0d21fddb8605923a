from functools import lru_cache, reduce
@lru_cache(maxsize=None)
def fib(n):
    if n < 0: raise ValueError("negative: %d" % n)
    return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(50), fib.cache_info())
def deep(n):
    x = {"a": [lambda q: q / n]}
    return x["a"][0](1) + deep(n - 1)
try:
    deep(3)
except ZeroDivisionError as exc:
    try:
        {}["missing"].foo.bar(exc)
    except KeyError:
        def f(): raise
        try: f()
        except KeyError as k: print("re", k)
        a = dict(x=1)
        print(a.get("x") + a["y"] * 2)
