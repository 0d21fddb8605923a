import asyncio, time
async def hi(n):
    loop = asyncio.get_running_loop()
    t0 = loop.time()
    await asyncio.sleep(n)
    print(n, round(loop.time() - t0, 1))
async def main():
    t = time.perf_counter()
    await asyncio.gather(hi(0.3), hi(0.2), hi(0.1))
    print(round(time.perf_counter() - t, 1))
    t = time.perf_counter()
    for i in (0.1, 0.2): await hi(i)
    print(round(time.perf_counter() - t, 1))
    a = asyncio.create_task(hi(0.1)); 
    time.sleep(0.3)
    await a
    loop = asyncio.get_running_loop()
    order = []
    loop.call_soon(order.append, "soon")
    loop.call_later(0, order.append, "later0")
    loop.call_at(loop.time() - 1, order.append, "past")
    loop.call_soon_threadsafe(order.append, "ts")
    await asyncio.sleep(0); order.append("main")
    await asyncio.sleep(0.01)
    print(order)
    print(await asyncio.sleep(0, "r"), await asyncio.sleep(-1, "neg"))
    async def ret(x): return x
    print(await asyncio.gather(ret(1), asyncio.sleep(0.1, 2), asyncio.ensure_future(ret(3))))
    print(await asyncio.gather())
    c = ret(5)
    try: print(await asyncio.gather(c, c))
    except RuntimeError as e: print(e)
    print(await c) if False else None
    try: await c
    except RuntimeError as e: print(e)
asyncio.run(main())
