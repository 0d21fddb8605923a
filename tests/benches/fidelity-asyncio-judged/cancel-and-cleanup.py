"""Two hundred tasks that are cancelled and clean up. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.002)


async def main():
    tasks = [asyncio.create_task(work()) for _ in range(200)]
    await asyncio.sleep(0.02)
    for task in tasks:
        task.cancel()
    return len(await asyncio.gather(*tasks, return_exceptions=True))


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
