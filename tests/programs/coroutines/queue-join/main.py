import asyncio
async def worker(name, q):
    while True:
        x = await q.get()
        await asyncio.sleep(0.01 * x)
        print(name, "did", x)
        q.task_done()
async def main():
    q = asyncio.Queue()
    for x in (3, 1, 6, 2):
        q.put_nowait(x)
    ws = [asyncio.create_task(worker(f"w{i}", q)) for i in range(2)]
    await q.join()
    print("all done")
    for w in ws:
        w.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*ws, return_exceptions=True)])
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    await q.join()
asyncio.run(main())
