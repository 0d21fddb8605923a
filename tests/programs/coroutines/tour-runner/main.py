import asyncio, contextvars
var = contextvars.ContextVar("var", default="d")

async def show(n):
    print(n, var.get())
    tok = var.set(n)
    await asyncio.sleep(0)
    print(n, var.get())
    var.reset(tok)
    print(n, var.get())

with asyncio.Runner() as runner:
    print(runner.get_loop().is_running())
    runner.run(show("one"))
    ctx = contextvars.copy_context()
    ctx.run(var.set, "ctx")
    runner.run(show("two"), context=ctx)
    async def nested():
        try:
            runner.run(show("x"))
        except RuntimeError as e:
            print(e)
    runner.run(nested())
    try:
        runner.run(42)
    except ValueError as e:
        print(e)
try:
    runner.run(show("z"))
except RuntimeError as e:
    print(e)
async def m():
    asyncio.run(show("q"))
try:
    asyncio.run(m())
except RuntimeError as e:
    print("RE", e)
r = asyncio.Runner(debug=True)
print(r.run(asyncio.sleep(0, "res")), r.get_loop().get_debug())
r.close(); r.close()
try:
    r.get_loop()
except RuntimeError as e:
    print(e)
