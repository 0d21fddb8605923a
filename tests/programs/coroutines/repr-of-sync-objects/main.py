import asyncio
async def main():
    import re
    def show(x):
        print(re.sub(r" at 0x[0-9a-f]+", "", repr(x)))
    lock = asyncio.Lock()
    show(lock)
    async with lock:
        show(lock)
        t = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        show(lock)
    await t
    e = asyncio.Event()
    show(e)
    e.set()
    show(e)
    show(asyncio.Semaphore(2))
    show(asyncio.Semaphore(0))
    show(asyncio.Condition())
    show(asyncio.Barrier(2))
    q = asyncio.Queue(3)
    show(q)
    q.put_nowait(1)
    show(q)
    print(str(q).split(" at")[0])
    show(asyncio.timeout(None))
asyncio.run(main())
