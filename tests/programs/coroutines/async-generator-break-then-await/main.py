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
    print("after")
    await asyncio.sleep(0)
    print("slept")
    await asyncio.sleep(0)
    print("slept")
    await asyncio.sleep(0)
    print("slept")
    ag = g()
    print(await anext(ag))
    del ag
    print("deleted")
    await asyncio.sleep(0)
    print("slept")
    await asyncio.sleep(0)
    print("slept")
asyncio.run(main())
