"""One producer, three consumers, a queue of five places. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def producer(queue):
    for n in range(60):
        await asyncio.sleep(0.002)
        await queue.put(n)
    for _ in range(3):
        await queue.put(None)


async def consumer(queue):
    count = 0
    while await queue.get() is not None:
        await asyncio.sleep(0.005)
        count += 1
    return count


async def main():
    queue = asyncio.Queue(5)
    maker = asyncio.create_task(producer(queue))
    counts = await asyncio.gather(*(consumer(queue) for _ in range(3)))
    await maker
    return sum(counts)


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
