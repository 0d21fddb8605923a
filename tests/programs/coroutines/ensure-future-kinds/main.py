import asyncio
async def main():
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(0, "awaitable").__await__()
            return "done"
    t = asyncio.ensure_future(Aw())
    print(type(t).__name__, await t)
    f = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(f) is f)
    f.cancel()
    for bad in (5, "x", None):
        try:
            asyncio.ensure_future(bad)
        except TypeError as e:
            print(e)
    print(await Aw())
asyncio.run(main())
