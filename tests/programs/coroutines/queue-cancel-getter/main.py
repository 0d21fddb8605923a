import asyncio
async def getter(q, n):
    x = await q.get()
    print(n, "got", x)
    return x
async def main():
    q = asyncio.Queue()
    ts = [asyncio.create_task(getter(q, i)) for i in range(3)]
    await asyncio.sleep(0)
    ts[0].cancel()
    await asyncio.sleep(0)
    q.put_nowait("a"); q.put_nowait("b")
    r = await asyncio.gather(*ts, return_exceptions=True)
    print([x if isinstance(x, str) else type(x).__name__ for x in r])
    try:
        await asyncio.wait_for(q.get(), 0.01)
    except TimeoutError:
        print("nothing")
    full = asyncio.Queue(1)
    full.put_nowait(1)
    p = asyncio.create_task(full.put(2))
    await asyncio.sleep(0)
    p.cancel()
    await asyncio.wait([p])
    print(full.qsize(), p.cancelled())
asyncio.run(main())
