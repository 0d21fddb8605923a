import asyncio, contextvars
rid = contextvars.ContextVar("rid")
async def log(m): print(rid.get("-"), m)
async def handler(n):
    rid.set(n)
    await log("start")
    await asyncio.sleep(0.01 * (3 - n))
    await asyncio.create_task(log("sub"))
    await asyncio.to_thread(lambda: print(rid.get(), "thread"))
    asyncio.get_running_loop().call_soon(lambda: print(rid.get(), "cb"))
    await asyncio.sleep(0)
async def main():
    await asyncio.gather(*(handler(i) for i in range(3)))
    await log("main")
    ctx = contextvars.copy_context(); ctx.run(rid.set, "ctx")
    await asyncio.create_task(log("in ctx"), context=ctx)
    try: rid.get()
    except LookupError as e: print(type(e).__name__, "lookup")
    tok = rid.set(1); 
    print(tok.var is rid, tok.old_value is contextvars.Token.MISSING); rid.reset(tok)
    try: rid.reset(tok)
    except RuntimeError as e: print("used once" if "once" in str(e) else e)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(log("tg"), context=ctx, name="n")
    print(len(ctx), list(ctx.values()), rid in ctx, ctx[rid])
    try: ctx.run(ctx.run, print)
    except RuntimeError as e: print(str(e).split(":")[0])
    async def agen():
        rid.set("agen"); yield 1
    async for _ in agen(): pass
    print(rid.get())
asyncio.run(main())
