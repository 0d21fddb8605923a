import asyncio
async def w(s, n):
    async with s:
        print(n, "in")
        await asyncio.sleep(0.02)
    print(n, "out")
async def main():
    s = asyncio.Semaphore(1)
    ts = [asyncio.create_task(w(s, i)) for i in range(4)]
    await asyncio.sleep(0.01)
    ts[1].cancel()
    r = await asyncio.gather(*ts, return_exceptions=True)
    print([type(x).__name__ for x in r], s.locked())
asyncio.run(main())
