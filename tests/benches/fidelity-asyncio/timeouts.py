"""A timeout around a short wait, 2,000 times. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    for _ in range(2_000):
        async with asyncio.timeout(1):
            await asyncio.sleep(0)
    return 2_000


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
