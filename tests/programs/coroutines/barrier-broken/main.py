import asyncio
async def w(b, n):
    try:
        await b.wait()
        print(n, "passed")
    except asyncio.BrokenBarrierError as e:
        print(n, e)
async def main():
    b = asyncio.Barrier(3)
    ts = [asyncio.create_task(w(b, i)) for i in range(2)]
    await asyncio.sleep(0.01)
    print(b.n_waiting)
    await b.abort()
    await asyncio.gather(*ts)
    print(b.broken)
    await w(b, "late")
    await b.reset()
    print(b.broken)
    await asyncio.gather(*(w(b, i) for i in range(3)))
    ts = [asyncio.create_task(w(b, i)) for i in range(2)]
    await asyncio.sleep(0.01)
    await b.reset()
    await asyncio.gather(*ts)
    print(b.n_waiting, b.broken)
asyncio.run(main())
