import asyncio
async def main():
    async def g():
        yield 1
        raise ValueError("in generator")
    try:
        async for x in g():
            print(x)
    except ValueError as e:
        print(e)
    async def stop():
        raise StopAsyncIteration
        yield
    try:
        async for x in stop(): pass
    except RuntimeError as e:
        print(e)
    async def ret():
        yield 1
        return
    print([x async for x in ret()])
    a = ret()
    await a.asend(None)
    try:
        await a.asend(None)
    except StopAsyncIteration:
        print("end")
    n = ret()
    async def slow():
        await asyncio.sleep(0.01)
        yield 1
    s = slow()
    t = asyncio.create_task(s.__anext__())
    await asyncio.sleep(0)
    try:
        await s.__anext__()
    except RuntimeError as e:
        print(e)
    print(await t)
asyncio.run(main())
