"""Five thousand tasks sleep at once. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def main():
    async def sleeper(n):
        await asyncio.sleep(0.05 + n % 7 * 0.01)

    await asyncio.gather(*[sleeper(n) for n in range(5_000)])
    return 5_000


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
