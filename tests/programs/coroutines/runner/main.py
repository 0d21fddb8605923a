import asyncio, contextvars
v = contextvars.ContextVar("v", default=0)
async def inc():
    v.set(v.get() + 1)
    return v.get()
with asyncio.Runner() as r:
    print(r.run(inc()), r.run(inc()), r.run(inc()))
    loop = r.get_loop()
    print(loop.is_running(), loop.is_closed())
    try:
        r.run(5)
    except ValueError as e:
        print(e)
print(loop.is_closed(), v.get())
try:
    c = inc()
    r.run(c)
except RuntimeError as e:
    print(e)
c.close()
r = asyncio.Runner(debug=True)
print(r.get_loop().get_debug())
r.close()
r.close()
