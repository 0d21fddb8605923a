import asyncio
async def main():
    for cls in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = cls()
        for x in (3, 1, 2):
            await q.put(x)
        print(cls.__name__, [await q.get() for _ in range(3)])
    q = asyncio.PriorityQueue()
    for item in ((2, "code"), (1, "eat"), (3, "sleep")):
        q.put_nowait(item)
    while not q.empty():
        print(q.get_nowait())
asyncio.run(main())
