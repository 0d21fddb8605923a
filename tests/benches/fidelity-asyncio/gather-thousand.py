"""gather of a thousand coroutines, five times. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    async def work(n):
        return n

    for _ in range(5):
        await asyncio.gather(*[work(n) for n in range(1_000)])
    return 5_000


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
