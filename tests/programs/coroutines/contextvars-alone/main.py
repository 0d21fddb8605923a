import contextvars
a = contextvars.ContextVar("a")
b = contextvars.ContextVar("b", default=5)
try:
    a.get()
except LookupError as e:
    print(type(e).__name__, e.args[0] is a)
print(a.get("given"), b.get(), b.get(7))
t = a.set(1)
print(a.get(), t.var is a, t.old_value is contextvars.Token.MISSING, a.name)
t2 = a.set(2)
print(t2.old_value)
a.reset(t2)
print(a.get())
for bad, e in ((t2, RuntimeError), (b.set(1), ValueError)):
    try:
        a.reset(bad)
    except e as x:
        print(type(x).__name__, str(x).split(" at 0x")[0].split("<")[0], "...")
ctx = contextvars.copy_context()
print(sorted(v.name for v in ctx), len(ctx), ctx[a], a in ctx, ctx.get(b))
def inner(x, *, y):
    a.set("inner")
    return x + y, a.get()
print(ctx.run(inner, 1, y=2), a.get(), ctx[a])
def again():
    try:
        ctx.run(lambda: None)
    except RuntimeError as e:
        print("RuntimeError", str(e).split("<")[0], "already entered" in str(e))
ctx.run(again)
empty = contextvars.Context()
print(len(empty), empty.run(lambda: a.get("nothing")), list(ctx.items())[0][0] in (a, b))
a.reset(t)
print(a.get("reset"))
c2 = ctx.copy()
c2.run(a.set, "c2")
print(ctx[a], c2[a])
