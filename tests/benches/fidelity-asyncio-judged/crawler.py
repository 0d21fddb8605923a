"""A crawler: 60 pages, eight at a time. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def fetch(page, limit):
    async with limit:
        await asyncio.sleep(0.01 + page % 5 * 0.004)
        return page


async def main():
    limit = asyncio.Semaphore(8)
    return len(await asyncio.gather(*(fetch(page, limit) for page in range(60))))


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
