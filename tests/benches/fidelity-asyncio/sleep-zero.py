"""One task gives up its turn 20,000 times. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    for _ in range(20_000):
        await asyncio.sleep(0)
    return 20_000


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
