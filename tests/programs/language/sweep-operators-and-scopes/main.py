# generators, comprehension, closures, async, operators
import asyncio, contextlib, operator
def t(f, *a, **k):
    try: print("->", f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def g():
    x = yield 1
    print("got", x)
    try: y = yield 2
    except ValueError as e: print("caught", e); y = None
    yield 3
    return "ret"
i = g(); print(next(i), i.send("A"), i.throw(ValueError("v")))
try: next(i)
except StopIteration as e: print(e.value)
def d(): r = yield from g(); print("sub", r); return r
print(list(d()))
i = g(); t(i.send, 5); print(i.gi_frame is not None, i.gi_running, i)if 0 else print(i.gi_running)
i.close(); t(next, i); t(i.throw, KeyError("k"))
def bad():
    try: yield
    except GeneratorExit: yield
b = bad(); next(b); t(b.close)
def st(): yield; raise StopIteration
s = st(); next(s); t(next, s)
y = 25
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs], [f() for f in [lambda: i for i in range(3)]])
def counter():
    n = 0
    def inc(): nonlocal n; n += 1; return n
    return inc
c = counter(); c(); print(c(), c.__closure__[0].cell_contents, c.__code__.co_freevars)
class V:
    def __init__(s, *a): s.a = a
    def __repr__(s): return f"V{s.a}"
    def __add__(s, o): return V(*s.a, "+", o) if o != 5 else NotImplemented
    def __radd__(s, o): return V(o, "r+")
    def __iadd__(s, o): s.a += (o,); return s
    def __getitem__(s, k): return k
    def __eq__(s, o): return NotImplemented
    def __lt__(s, o): return "lt"
    def __bool__(s): return False
    def __call__(s, *a, **k): return a, k
    def __matmul__(s, o): return "@"
    def __pow__(s, o, m=None): return ("pow", o, m)
    def __neg__(s): return "neg"
    def __contains__(s, x): return x == 1
    def __len__(s): return -1
    def __index__(s): return 3
    def __getattr__(s, n):
        if n.startswith("z"): return n
        raise AttributeError(n)
    def __enter__(s): return s
    def __exit__(s, *e): print("exit", e[0]); return True
    def __missing__(s): pass
    __hash__ = None
v = V(1); print(v + 2, 3 + v, v[1:2, ..., 3], v == v, v != 1, v < 1, v != 2,not v, v(1, k=2), v @ 1, v ** 2, pow(v, 2, 3), -v, 1 in v, [1,2,3,4][v], v.zed, hex(v), "ab" * v); t(lambda: v + 5); t(len, v); t(hash, v); t(lambda: v.foo); v += 9; print(v)
with v: raise ValueError
print(*[1], *(2, 3), **{"sep": "-"}); print([*range(2), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[], 1))
a, (b, *c), d = 1, "xyz", 4; print(a, b, c, d); a = b = []; a.append(1); print(b)
first, *_, last = range(5); print(first, _, last); x = y = 0; x, y = y + 1, x + 2; print(x, y, 1 < 2 < 3 > 2, 1 < 3 < 2, (n := 10) + n)
async def ag():
    for i in range(3): await asyncio.sleep(0); yield i
async def main():
    print([x async for x in ag() if x], {x: 1 async for x in ag()})
    async with contextlib.AsyncExitStack() as st: st.push_async_callback(asyncio.sleep, 0)
    r = await asyncio.gather(asyncio.sleep(0.01, "a"), asyncio.sleep(0, "b"), return_exceptions=True); print(r)
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(1)
    except TimeoutError as e: print("timeout", repr(e))
    async with asyncio.TaskGroup() as tg: q = tg.create_task(asyncio.sleep(0, 5))
    print(q.result(), q.get_name())
asyncio.run(main())
@contextlib.contextmanager
def cm():
    try: yield 5
    except KeyError: print("swallowed")
    finally: print("done")
with cm() as q: print(q); raise KeyError
with contextlib.suppress(ZeroDivisionError), contextlib.ExitStack() as s: s.callback(print, "cb"); 1/0
print([x for x in dir(5) if "bit" in x], type(...), Ellipsis, NotImplemented, __name__, __doc__)
class B1:
    def hi(s): return ["B1"]
class L(B1):
    def hi(s): return ["L"] + super().hi()
class R(B1):
    def hi(s): return ["R"] + super().hi()
class Dm(L, R):
    def hi(s): return ["D"] + super().hi()
    @classmethod
    def cm(cls): return cls.__name__, super().__init__ is not None
print(Dm().hi(), Dm.cm(), [k.__name__ for k in Dm.__mro__], Dm().hi.__func__ is Dm.hi, isinstance(1, int | str), issubclass(bool, (str, int)), int | None, list[int], dict[str, list[int]])
print(sorted("bca", key=lambda c: -ord(c)), sorted([(1,"b"),(1,"a")], key=operator.itemgetter(0)), max("abc", key=ord, default=1), min([], default=0), sum([[1],[2]], []), list(map(lambda a, b: a*b, [1,2],[3,4,5])), list(reversed([1,2])), any([]), all([]), list(enumerate("ab", 1)), list(iter(iter([1,2,0,3]).__next__, 0)), dict(a=1, **{"b": 2}), {}.setdefault("k", []), {1: 2}.items() & {(1, 2)}, {1,2} ^ {2,3}, frozenset([1]) | {2}, {1,2} <= {1,2,3}, range(10)[2:8:2], range(5) == range(0, 5, 1), 3 in range(0, 9, 2), range(10).index(3), bool(range(0)), list(range(5, 0, -2)), hash((1,2)) == hash((1,2)), id(None) == id(None), type(type), type(int), int.__name__, (1).__class__, complex(1, -0.0), True + True, "a" "b", 10 .real, 0xFFFFFFFFFF, not 1 == 2, 1 if [] else 2, [] or "x", 0 and 1)
dd = {3: 1, 1: 2}; dd[2] = 3; del dd[3]; dd[3] = 4; print(dd, list(dd), dd.pop(9, "no"), dd.popitem(), dd | {1: 0}, list(reversed(dd)), dd.keys() - {1}, dd.get(5)); t(dd.pop, 9); t({}.popitem)
def mod():
    for k in dd: dd[k + 10] = 1
t(mod)
def mods():
    s = {1}
    for k in s: s.add(k + 1)
t(mods)
