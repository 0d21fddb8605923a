import contextlib, sys
def gen(name, n=3):
    print("open", name)
    try:
        for i in range(n):
            yield i
    finally:
        print("close", name)
class Res:
    def __init__(s, n): s.n = n
    def __enter__(s): print("enter", s.n); return s
    def __exit__(s, *a): print("exit", s.n, a[0] and a[0].__name__)
def lines(n):
    with Res(n):
        yield 1
        yield 2
for x in gen("a"):
    if x == 1: break
print("after break")
for x in lines("w"): break
print("after with")
g = gen("b"); next(g)
del g
print("after del")
def first(it):
    for x in it: return x
print(first(gen("c")))
def local():
    g = gen("d"); next(g); print("in local")
local()
print("after local")
g = gen("e"); next(g); g = gen("f"); print("rebound"); next(g); g = None
print("none")
next(gen("h")); print("after next()")
a, *_ = gen("k"); print(a)
def outer(n):
    try:
        yield from gen(n + "-inner")
    finally: print("outer", n)
for x in outer("y"): break
print("after yield from")
def sup():
    for x in gen("l"): raise ValueError("boom")
try: sup()
except ValueError as e: print("caught", e)
def ignoring():
    try: yield 1
    finally: yield 2
def catching():
    try: yield 1
    except GeneratorExit: print("GE"); raise
for x in catching(): break
print("c")
def unstarted():
    u = gen("never"); print("unstarted")
unstarted()
z = zip(gen("z1"), gen("z2")); next(z); del z; print("zip gone")
d = {"g": gen("dict")}; next(d["g"]); d.pop("g"); print("popped")
m = map(str, gen("map")); print(next(m)); m = 5; print("map gone")
def chunks():
    buf = []
    try:
        while True:
            buf.append((yield len(buf)))
    finally: print("flushed", buf)
c = chunks(); next(c); c.send("x"); c.send("y"); c = None
print("x")
def f():
    g = gen("ret"); return next(g)
print(f())
with contextlib.closing(gen("closing")) as cg: next(cg)
class It:
    def __iter__(self): 
        try: yield 1; yield 2
        finally: print("It closed")
for x in It(): break
print("last")
keep = gen("keep"); next(keep)
_under = gen("under"); next(_under)
print("end")


class D:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)


pool = [D(i) for i in range(4)]
pool = None
print("a list is taken apart from its end")


def pair():
    held = (D("a"), gen("in tuple"), D("b"))
    next(held[1])
    print("pair")


pair()
print("pair gone")
