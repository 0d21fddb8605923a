from contextlib import contextmanager, closing, suppress, ExitStack, redirect_stdout, nullcontext, ContextDecorator
import io
@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name
    except ValueError as e: print("handled", e)
    finally: print(f"</{name}>")
with tag("p") as t: print(t)
with tag("q"): raise ValueError("v")
@tag("deco")
def f(): print("in f")
f(); f()
with suppress(KeyError, IndexError): {}["k"]
class C:
    def close(self): print("closed")
with closing(C()): print("using")
with ExitStack() as st:
    for n in "ab": st.enter_context(tag(n))
    st.callback(print, "callback", 1)
    st.push(lambda *a: print("pushed", a[0]))
buf = io.StringIO()
with redirect_stdout(buf): print("captured")
print(repr(buf.getvalue()))
with nullcontext(5) as five: print(five)
class D(ContextDecorator):
    def __enter__(self): print("in"); return self
    def __exit__(self, *a): print("out")
@D()
def g(): print("g")
g()
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
