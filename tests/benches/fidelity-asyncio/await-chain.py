"""A chain of ten coroutines, awaited 2,000 times. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    async def chain(depth):
        if depth:
            return await chain(depth - 1) + 1
        await asyncio.sleep(0)
        return 0

    for _ in range(2_000):
        await chain(10)
    return 2_000


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
