import asyncio
async def getter(q, n):
    try:
        while True:
            print(n, "got", await q.get())
    except asyncio.QueueShutDown:
        print(n, "shut down")
async def main():
    q = asyncio.Queue()
    ts = [asyncio.create_task(getter(q, i)) for i in range(2)]
    await asyncio.sleep(0)
    q.put_nowait("x")
    await asyncio.sleep(0)
    q.shutdown()
    await asyncio.gather(*ts)
    for call in (lambda: q.put_nowait(1), q.get_nowait):
        try:
            call()
        except asyncio.QueueShutDown as e:
            print(repr(e))
    q = asyncio.Queue()
    q.put_nowait(1); q.put_nowait(2)
    q.shutdown()
    print(q.get_nowait(), await q.get())
    q = asyncio.Queue()
    q.put_nowait(1)
    q.shutdown(immediate=True)
    print(q.empty())
    try:
        await q.get()
    except asyncio.QueueShutDown:
        print("gone")
    await q.join()
asyncio.run(main())
