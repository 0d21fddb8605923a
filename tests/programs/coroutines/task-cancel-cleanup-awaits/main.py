import asyncio
async def w(n):
    try:
        print(n, "working")
        await asyncio.sleep(10)
    finally:
        print(n, "cleaning")
        await asyncio.sleep(0.02 * n)
        print(n, "clean")
async def main():
    ts = [asyncio.create_task(w(i)) for i in (1, 2, 3)]
    await asyncio.sleep(0.01)
    for t in ts:
        t.cancel()
    r = await asyncio.gather(*ts, return_exceptions=True)
    print([type(x).__name__ for x in r])
asyncio.run(main())
