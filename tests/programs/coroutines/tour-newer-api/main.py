# 3.13
import asyncio
async def job(d):
    await asyncio.sleep(d); return d
async def main():
    ts = [asyncio.create_task(job(x), name=str(x)) for x in (0.3, 0.1, 0.2)]
    async for t in asyncio.as_completed(ts):
        print(t.get_name(), await t, t in ts)
    q = asyncio.Queue()
    for i in range(3): q.put_nowait(i)
    q.shutdown()
    print(await q.get())
    try: await q.put(1)
    except asyncio.QueueShutDown as e: print(repr(e))
    q.shutdown(immediate=True)
    try: await q.get()
    except asyncio.QueueShutDown as e: print(repr(e), q.qsize())
    q.task_done(); await q.join()
    async def eager():
        print("eager starts")
        await asyncio.sleep(0)
        print("eager goes on")
        return 1
    async def noaw():
        print("noaw"); return 2
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(eager())
    u = asyncio.create_task(noaw())
    print("created", t.done(), u.done(), u.result())
    print(await t)
    fac = asyncio.create_eager_task_factory(asyncio.Task)
    loop.set_task_factory(fac)
    print(asyncio.create_task(noaw()).done())
    loop.set_task_factory(None)
    t = asyncio.Task(eager(), loop=loop, eager_start=True)
    print(t.get_coro().__name__, t.get_context() is not None)
    await t
    async with asyncio.TaskGroup() as tg:
        tg.create_task(job(0.1))
    print(asyncio.iscoroutine(main), asyncio.iscoroutinefunction(main))
    try:
        async with asyncio.timeout(0.1) as to:
            await job(1)
    except TimeoutError: print(to)
asyncio.run(main())
