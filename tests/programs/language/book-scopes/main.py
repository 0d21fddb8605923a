x = "global"
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x = "inner"
        def deepest():
            global x
            x = "changed global"
            return [x for x in "ab"], x
        return deepest()
    r = inner()
    return x, r
print(outer(), x)
def make():
    fns = []
    for i in range(3):
        def f(i=i, *, j=i * 2): return i, j
        fns.append(f)
    return fns
print([f() for f in make()], locals().keys() >= {"x"})
class K:
    y = 1
    z = [y for _ in range(2)] if False else [1 for _ in range(y)]
    def get(self): return x
    w = x; x = "class"; v = x
print(K().get(), K.w, K.v, K.z)
def ex():
    try: raise ValueError("v")
    except ValueError as e: pass
    try: return e
    except UnboundLocalError as u: return str(u)
print(ex())
def loc(a, b=2, *c, **d):
    e = 5
    return sorted(locals().items())
print(loc(1, 3, 4, k=5))
def ev(): 
    q = 10
    return eval("q + 1"), eval("q + r", {"r": 1, "q": 2}), exec("q = 50"), q
print(ev())
exec("new_var = 42"); print(new_var, globals()["new_var"]); globals()["injected"] = 7; print(injected)
ns = {}; exec("def f(n): return n * k", {"k": 3}, ns); print(ns["f"](4))
def gen():
    x = 1
    while True:
        x = (yield x) or x + 1
g = gen(); print(next(g), g.send(10), next(g))
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
def fact(n): return 1 if n < 2 else n * fact(n - 1)
f2 = fact; del fact
try: f2(3)
except NameError as e: print(e)
def default(d={}, *, l=[]): d[len(d)] = 1; l.append(1); return d, l
print(default(), default())
import builtins; builtins.shout = lambda s: s.upper(); print(shout("hi"))
def shadow():
    list = [1]; sum = 0
    for v in list: sum += v
    return sum
print(shadow(), [i for i in range(3) if (k := i)], k)
if (n := len("abc")) > 2: print(n)
def dec(*flags):
    def d(f): f.flags = flags; return f
    return d
@dec("a", "b")
@dec("z")
def tagged(): "docstring"
print(tagged.flags, tagged.__doc__, tagged.__defaults__, tagged.__code__.co_name, tagged.__dict__, tagged.__closure__)
class Meta(type):
    def __call__(cls, *a): o = super().__call__(*a); o.tag = "m"; return o
class Tagged(metaclass=Meta): pass
print(Tagged().tag, type(Tagged).__name__)
for i in range(2):
    def loopf(): return i
print(loopf()); i = 99; print(loopf())
try:
    def early(): print(late); late = 1
    early()
except UnboundLocalError as e: print(e)
def many(): return 1, [2], {"k": 3}
a, [b], c = many(); print(a, b, c["k"])
print((lambda x, /, y, *, z: (x, y, z))(1, y=2, z=3), (lambda *a: a)(*"ab", *[1]), (lambda **k: k)(**{"a": 1}, b=2))
try: (lambda **k: k)(a=1, **{"a": 2})
except TypeError as e: print(e)
def kwonly(*, a, b=a if False else 2): return a, b
try: kwonly(b=1)
except TypeError as e: print(e)
def annotated(x: "int", y: print("evaluated") = 3) -> None: ...
print(annotated.__annotations__)
x: int = 5; yy: str
print(__annotations__)
nope_here
