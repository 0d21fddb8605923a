"""Forty blocking calls in threads. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    await asyncio.gather(*(asyncio.to_thread(time.sleep, 0.02) for _ in range(40)))
    return 40


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
