"""A task is made and awaited, 5,000 times. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    async def work(n):
        return n

    for n in range(5_000):
        await asyncio.create_task(work(n))
    return 5_000


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
