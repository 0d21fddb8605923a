import asyncio
import time


async def wait():
    await asyncio.sleep(1)
    return 1


async def main():
    start = time.perf_counter()
    done = sum(await asyncio.gather(*(wait() for _ in range(10000))))
    print(done, "waits of a second,", "in less than five:", time.perf_counter() - start < 5)


asyncio.run(main())
