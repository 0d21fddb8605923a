"""Ten tasks share a lock across an await. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    lock = asyncio.Lock()

    async def work():
        for _ in range(200):
            async with lock:
                await asyncio.sleep(0)

    await asyncio.gather(*[work() for _ in range(10)])
    return 2_000


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
