import asyncio
async def producer(q):
    for i in range(4):
        print("put", i)
        await q.put(i)
    await q.put(None)
async def consumer(q):
    while (x := await q.get()) is not None:
        print("got", x)
        await asyncio.sleep(0)
async def main():
    q = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(q), consumer(q))
    print(q.qsize(), q.empty(), q.full(), q.maxsize)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    q.put_nowait(1); q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e))
    print(q.full(), await q.get(), q.get_nowait())
asyncio.run(main())
