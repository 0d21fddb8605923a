import asyncio
async def producer(q, n):
    for i in range(n):
        await q.put(i)
        await asyncio.sleep(0.01)
    await q.put(None)
async def consumer(q, name):
    while (x := await q.get()) is not None:
        print(name, x); q.task_done()
    q.task_done(); await q.put(None)
async def main():
    q = asyncio.Queue(2)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(producer(q, 5))
        for n in "AB": tg.create_task(consumer(q, n))
    print(q.qsize(), q._unfinished_tasks)
    sem = asyncio.BoundedSemaphore(2)
    log = []
    async def w(i):
        async with sem:
            log.append(("in", i)); await asyncio.sleep(0.01 * i); log.append(("out", i))
    await asyncio.gather(*map(w, range(4)))
    print(log)
    lock = asyncio.Lock()
    async def l(i):
        await lock.acquire()
        try:
            print("lock", i); await asyncio.sleep(0)
        finally: lock.release()
    await asyncio.gather(*(l(i) for i in range(3)))
    async with asyncio.timeout(1) as t:
        t.reschedule(asyncio.get_running_loop().time() + 0.01)
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print("inner cancel"); raise
asyncio.run(main())
