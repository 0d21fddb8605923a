import asyncio
async def boom():
    await asyncio.sleep(0.1)
    raise ZeroDivisionError("boom")
async def main():
    loop = asyncio.get_running_loop()
    def handler(loop, ctx):
        print("handler", ctx["message"].split(" at ")[0], repr(ctx.get("exception")), sorted(ctx))
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1/0)
    t = asyncio.create_task(boom())
    await asyncio.sleep(0.2)
    del t
    import gc; gc.collect()
    await asyncio.sleep(0.1)
    h = loop.call_later(0.1, print, "never")
    print(h.cancelled(), h.when() > loop.time()); h.cancel(); print(h.cancelled())
    loop.call_at(loop.time() + 0.05, print, "at")
    loop.call_later(0.05, print, "later")
    await asyncio.sleep(0.2)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "custom", "x": 1})
    await boom()
asyncio.run(main())
