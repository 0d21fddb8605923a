import asyncio, time
# Hand-off from blocking code, cancellation scopes, queues between loops
async def heartbeat(stop):
    n = 0
    while not stop.is_set():
        n += 1
        try:
            await asyncio.wait_for(stop.wait(), 0.05)
        except asyncio.TimeoutError:
            pass
    return n
async def main():
    stop = asyncio.Event()
    hb = asyncio.create_task(heartbeat(stop))
    await asyncio.to_thread(time.sleep, 0.22)
    stop.set()
    print("beats", await hb)
    stop = asyncio.Event()
    hb = asyncio.create_task(heartbeat(stop))
    await asyncio.sleep(0)
    time.sleep(0.22)
    stop.set()
    print("beats when blocked", await hb)
    async def step(n):
        await asyncio.sleep(0.01 * n); return n
    first = None
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(step(i)) for i in (3, 1, 2)]
        done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
        first = done.pop().result()
        for p in pending: p.cancel()
    print(first, [t.cancelled() for t in ts])
    class Res:
        async def __aenter__(self): print("open"); await asyncio.sleep(0); return self
        async def __aexit__(self, *e): await asyncio.sleep(0.01); print("close", e[0].__name__ if e[0] else None)
    async def use():
        async with Res(): await asyncio.sleep(10)
    t = asyncio.create_task(use()); await asyncio.sleep(0.01); t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    async def nested():
        try:
            async with asyncio.timeout(0.02): await use()
        except TimeoutError as e: print("nested", type(e.__cause__).__name__)
    await nested()
    print([type(r).__name__ for r in await asyncio.gather(step(1), use_fail(), return_exceptions=True)])
async def use_fail(): raise LookupError
asyncio.run(main())
