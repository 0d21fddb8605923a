import asyncio
async def w(d, v):
    await asyncio.sleep(d)
    return v
async def main():
    ts = [asyncio.create_task(w(d, v), name=v) for d, v in ((0.15, "c"), (0.05, "a"), (0.1, "b"))]
    async for t in asyncio.as_completed(ts):
        print(t.get_name(), await t, t in ts)
    it = asyncio.as_completed([w(0.01, 1)])
    async for t in it:
        print(t.result())
asyncio.run(main())
