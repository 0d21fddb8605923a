"""Two hundred tasks as they complete. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def work(n):
    await asyncio.sleep(n % 20 * 0.005)
    return n


async def main():
    count = 0
    for future in asyncio.as_completed([work(n) for n in range(200)]):
        await future
        count += 1
    return count


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
