import contextlib, sys, io, os
class R:
    def __init__(self, n, sup=False): self.n, self.sup = n, sup
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, et, ev, tb): print("exit", self.n, et and et.__name__, ev); return self.sup
with R(1) as a, R(2) as b: print(a.n, b.n)
with (R(1) as a, R(2, True) as b,): raise KeyError("k")
print("after")
try:
    with R("x"): raise ValueError("v")
except ValueError as e: print("caught", e)
def f():
    with R("ret"): return "value"
print(f())
for i in range(3):
    with R(i):
        if i == 1: break
        continue
with contextlib.ExitStack() as st:
    rs = [st.enter_context(R(i)) for i in range(2)]
    st.push(lambda *a: print("pushed", a[0]) or True); st.callback(print, "callback", 1)
    raise RuntimeError("stack")
with contextlib.nullcontext(5) as n: print(n)
with contextlib.closing(io.StringIO("x")) as s: print(s.read())
print(s.closed)
@contextlib.contextmanager
def cd(p):
    old = p; yield p.upper(); print("restored", old)
with cd("dir") as d: print(d)
try:
    with cd("dir"): raise ZeroDivisionError("z")
except ZeroDivisionError as e: print("propagated", e)
@contextlib.contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def none():
    if False: yield
try:
    with none(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def swallow(*ex):
    try: yield
    except ex as e: print("swallowed", repr(e))
with swallow(ValueError, KeyError): {}["q"]
class Deco(contextlib.ContextDecorator):
    def __enter__(self): print("dec enter"); return self
    def __exit__(self, *a): print("dec exit")
@Deco()
def g(x): print("g", x); return x
g(1)
buf = io.StringIO()
with contextlib.redirect_stderr(buf), contextlib.redirect_stdout(buf): print("out"); print("err", file=sys.stderr)
print(repr(buf.getvalue()))
class Tx:
    def __enter__(self): self.ops = []; return self.ops.append
    def __exit__(self, t, v, tb):
        print("commit" if t is None else f"rollback {v}", self.ops); return t is ValueError
with Tx() as do: do(1); do(2)
with Tx() as do: do(3); raise ValueError("bad")
try:
    try: 1 / 0
    finally: print("inner finally")
except ZeroDivisionError: print("outer")
else: print("no")
finally: print("outer finally")
def order():
    try: print("try"); return print("ret expr")
    except: pass
    else: print("else")
    finally: print("finally")
order()
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return i
        finally: print("f", i)
print(loop())
try:
    try: raise ValueError("first")
    finally: raise KeyError("second")
except KeyError as e: print(repr(e.__context__))
try:
    try: raise ValueError("a")
    except ValueError: raise TypeError("b")
except TypeError as e: print(e.__context__, e.__cause__, e.__suppress_context__)
def nested():
    try:
        try: raise ValueError(1)
        except KeyError: print("no")
        finally: print("f1")
    except ValueError as e: print("got", e); raise
try: nested()
except ValueError as e: print("again", e.args, e.__traceback__.tb_lineno, e.with_traceback(None) is e)
with open("zz"): pass
