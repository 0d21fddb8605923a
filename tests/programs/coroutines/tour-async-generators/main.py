import asyncio
async def g():
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0)
    finally:
        print("g finally start")
        await asyncio.sleep(0)
        print("g finally")
async def main():
    async for x in g():
        print(x)
        if x == 1: break
    await asyncio.sleep(0.01)
    a = g()
    print(await anext(a))
    print(await a.asend(None))
    try:
        await a.athrow(ValueError("thrown"))
    except ValueError as e:
        print("E", e)
    print(await anext(a, "default"))
    b = g()
    await b.__anext__()
    await b.aclose()
    await b.aclose()
    try:
        await b.__anext__()
    except StopAsyncIteration:
        print("SAI")
    c = g()
    n1 = c.__anext__()
    print(await n1)
    try:
        await n1
    except RuntimeError as e:
        print(e)
    d = g()
    async def step(): return await d.__anext__()
    print([x async for x in g() if x % 2])
    left = g()
    await left.__anext__()
    print(left.ag_running, left.ag_frame is not None, left.__name__)
    print("main ends")
asyncio.run(main())
