"""A starting signal for 100 tasks, and a relay by a condition. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    event, condition, turn = asyncio.Event(), asyncio.Condition(), [0]

    async def runner(n):
        await event.wait()
        async with condition:
            await condition.wait_for(lambda: turn[0] == n)
            turn[0] += 1
            condition.notify_all()

    tasks = [asyncio.create_task(runner(n)) for n in range(100)]
    await asyncio.sleep(0.05)
    event.set()
    await asyncio.gather(*tasks)
    return 100


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
