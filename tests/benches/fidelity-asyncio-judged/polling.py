"""Ten tasks that poll every two milliseconds. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def poll(state):
    turns = 0
    while not state["done"]:
        await asyncio.sleep(0.002)
        turns += 1
    return turns


async def main():
    state = {"done": False}
    tasks = [asyncio.create_task(poll(state)) for _ in range(10)]
    await asyncio.sleep(0.2)
    state["done"] = True
    await asyncio.gather(*tasks)
    return 10


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
