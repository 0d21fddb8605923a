class G:
    real = 1
    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("x"): return name * 2
        raise AttributeError(f"no {name}")
g = G()
print(g.real, g.xy, hasattr(g, "q"), getattr(g, "q", "default"))
class All:
    def __getattribute__(self, name):
        if name == "secret": raise AttributeError("hidden")
        return super().__getattribute__(name)
    def __getattr__(self, name): return f"fallback {name}"
    secret = 1; open = 2
a = All(); print(a.secret, a.open)
class S:
    def __setattr__(self, n, v): print("set", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
s = S(); s.a = 1; del s.a
try: del s.a
except AttributeError as e: print(e)
class D:
    def __dir__(self): return ["b", "a"]
print(dir(D()))
print(getattr("abc", "upper")(), setattr(g, "new", 5), vars(g), delattr(g, "new"), vars(g))
for args in (("abc", 5), (1,), ("a", "b", "c", "d")):
    try: getattr(*args)
    except TypeError as e: print(e)
