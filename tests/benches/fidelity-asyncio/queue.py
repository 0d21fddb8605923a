"""A producer and a consumer with a queue of ten. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    queue = asyncio.Queue(10)

    async def produce():
        for n in range(5_000):
            await queue.put(n)

    async def consume():
        for _ in range(5_000):
            await queue.get()

    await asyncio.gather(produce(), consume())
    return 5_000


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
