"""A hundred tasks take turns 200 times each. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    async def turns():
        for _ in range(200):
            await asyncio.sleep(0)

    await asyncio.gather(*[turns() for _ in range(100)])
    return 20_000


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
