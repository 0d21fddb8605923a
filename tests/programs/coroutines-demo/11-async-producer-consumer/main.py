import asyncio


async def producer(queue):
    for item in range(6):
        await queue.put(item)
        print("put", item)


async def consumer(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.1)
        print(name, "ate", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    eaters = [asyncio.create_task(consumer(name, queue)) for name in ("Ann", "Bob")]
    await producer(queue)
    await queue.join()
    for eater in eaters:
        eater.cancel()
    print("all eaten")


asyncio.run(main())
