import asyncio, time, random
async def fetch(i, d):
    await asyncio.sleep(d); print("done", i); return i * 10
async def agen(n):
    for i in range(n): await asyncio.sleep(0.001); yield i
class CM:
    async def __aenter__(self): print("enter"); return self
    async def __aexit__(self, *a): print("exit", a[0]); return True
class AIter:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 3: raise StopAsyncIteration
        return self.n
async def producer(q):
    for i in range(3): await q.put(i); await asyncio.sleep(0.01)
    await q.put(None)
async def consumer(q):
    while (x := await q.get()) is not None: print("got", x)
async def main():
    print(await asyncio.gather(fetch(1, .03), fetch(2, .01), fetch(3, .02)))
    print([x async for x in agen(3)], {x: x * x async for x in AIter() if x != 2}, [await fetch(i, 0) for i in range(2)])
    async with CM() as c: raise ValueError("swallowed")
    try: await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError as e: print("timeout", repr(e))
    t = asyncio.create_task(fetch(9, 5), name="nine"); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled(), t.get_name())
    q = asyncio.Queue(maxsize=1); await asyncio.gather(producer(q), consumer(q))
    r = await asyncio.gather(fetch(1, 0), asyncio.sleep(0, "x"), bad(), return_exceptions=True); print(r)
    async with asyncio.TaskGroup() as tg: a = tg.create_task(fetch(5, .01)); b = tg.create_task(fetch(6, 0))
    print(a.result(), b.result())
    sem = asyncio.Semaphore(2); lock = asyncio.Lock(); ev = asyncio.Event()
    async def w(i):
        async with sem: await asyncio.sleep(0.01); print("w", i)
    await asyncio.gather(*map(w, range(4)))
    for f in asyncio.as_completed([fetch(1, .02), fetch(2, .01)]): print(await f)
    done, pend = await asyncio.wait([asyncio.create_task(fetch(i, i / 100)) for i in range(3)], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pend))
    print(await asyncio.to_thread(lambda: 5), await asyncio.get_running_loop().run_in_executor(None, sum, [1, 2]))
    async with asyncio.timeout(1): await asyncio.sleep(0)
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(bad()); tg.create_task(asyncio.sleep(5))
    except* ValueError as eg: print(eg.exceptions)
    await bad()
async def bad(): raise ValueError("bad")
asyncio.run(main())
