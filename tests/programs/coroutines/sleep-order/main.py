import asyncio
async def s(d, n):
    await asyncio.sleep(d)
    print(n)
    return n
async def main():
    r = await asyncio.gather(s(0.3, "c"), s(0.1, "a"), s(0.2, "b"))
    print(r)
    print(await asyncio.sleep(0, "result"))
    print(await asyncio.sleep(0.01, [1, 2]))
    print(await asyncio.sleep(-1, "negative"))
    try:
        await asyncio.sleep("x")
    except TypeError as e:
        print("TypeError", e)
asyncio.run(main())
