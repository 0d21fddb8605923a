import asyncio
async def w(d, v):
    await asyncio.sleep(d)
    return v
async def main():
    cs = [w(0.15, "c"), w(0.05, "a"), w(0.1, "b")]
    for f in asyncio.as_completed(cs):
        print(await f)
    async def bad():
        raise ValueError("x")
    for f in asyncio.as_completed([w(0.05, 1), bad()]):
        try:
            print(await f)
        except ValueError as e:
            print("ValueError", e)
    try:
        for f in asyncio.as_completed([w(0.01, 1), w(5, 2)], timeout=0.1):
            print(await f)
    except TimeoutError:
        print("timeout")
    print(list(asyncio.as_completed([])))
asyncio.run(main())
