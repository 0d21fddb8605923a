"""Calls of which every third runs into its timeout. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def call(n):
    try:
        async with asyncio.timeout(0.004):
            await asyncio.sleep(0.01 if n % 3 == 0 else 0.001)
    except TimeoutError:
        return 1
    return 0


async def main():
    return sum([await call(n) for n in range(60)])


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
