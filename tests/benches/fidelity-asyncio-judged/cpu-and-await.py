"""Coroutines that compute between their awaits. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def work(n):
    total = 0
    for _ in range(10):
        for k in range(3000):
            total += k * n
        await asyncio.sleep(0.001)
    return total


async def main():
    return len(await asyncio.gather(*(work(n) for n in range(8))))


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
