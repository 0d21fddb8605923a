"""Ten task groups, one after the other, of 50 tasks each. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def work(n):
    await asyncio.sleep(0.003)
    return n


async def main():
    count = 0
    for _ in range(10):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work(n)) for n in range(50)]
        count += len(tasks)
    return count


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
