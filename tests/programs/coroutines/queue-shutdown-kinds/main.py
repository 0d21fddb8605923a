# py: 3.13
import asyncio
async def consumer(q, n):
    try:
        while True:
            i = await q.get()
            print(n, 'got', i)
            q.task_done()
            await asyncio.sleep(0)
    except asyncio.QueueShutDown as e:
        print(n, 'shut', repr(e))
async def main():
    q = asyncio.Queue(2)
    cs = [asyncio.create_task(consumer(q, f'c{i}')) for i in range(2)]
    async def prod():
        try:
            for i in range(10):
                await q.put(i)
        except asyncio.QueueShutDown:
            print('producer shut')
    p = asyncio.create_task(prod())
    await asyncio.sleep(0); await asyncio.sleep(0)
    q.shutdown()
    print(q)
    await asyncio.gather(p, *cs)
    try: q.put_nowait(1)
    except asyncio.QueueShutDown as e: print(repr(e))
    try: q.get_nowait()
    except asyncio.QueueShutDown as e: print(repr(e))
    await q.join()
    q = asyncio.LifoQueue()
    for i in range(3): q.put_nowait(i)
    j = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    await asyncio.sleep(0)
    print(q.qsize(), j.done(), q)
    await j
    q = asyncio.PriorityQueue()
    for i in (3,1,2): q.put_nowait((i, 'x'))
    q.shutdown()
    print(await q.get(), q.get_nowait(), await q.get())
    try: await q.get()
    except asyncio.QueueShutDown: print('end')
    try: q.task_done(); q.task_done(); q.task_done(); q.task_done()
    except ValueError as e: print(e)
asyncio.run(main())
