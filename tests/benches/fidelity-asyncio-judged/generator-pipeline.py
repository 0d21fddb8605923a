"""Values through three async generators. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def numbers(count):
    for n in range(count):
        if n % 50 == 0:
            await asyncio.sleep(0.002)
        yield n


async def squares(source):
    async for n in source:
        yield n * n


async def even(source):
    async for n in source:
        if n % 2 == 0:
            yield n


async def main():
    count = 0
    async for _ in even(squares(numbers(1000))):
        count += 1
    return count


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
