import asyncio
async def main():
    import re
    def show(x):
        print(re.sub(r"/\S*/|0x[0-9a-f]+", "", repr(x)))
    async def w(f):
        await f
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(w(f), name="T")
    await asyncio.sleep(0)
    show(f)
    f.set_result([1, 2])
    show(f)
    await t
    print(repr(t).split(" coro=")[0], repr(t).rsplit(" ", 1)[1])
    c = asyncio.create_task(w(asyncio.sleep(5)), name="C")
    await asyncio.sleep(0)
    c.cancel()
    print(repr(c).split(" coro=")[0])
    await asyncio.wait([c])
    print(repr(c).split(" coro=")[0])
    loop = asyncio.get_running_loop()
    show(loop)
    g = loop.create_future()
    g.set_exception(ValueError("v"))
    show(g)
    g.exception()
asyncio.run(main())
