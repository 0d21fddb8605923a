import asyncio
import time


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print("got", name)
    return name


async def main():
    start = time.perf_counter()
    for name in ("a", "b", "c"):
        await fetch(name, 0.3)
    print(f"one by one: {time.perf_counter() - start:.1f} s")

    start = time.perf_counter()
    await asyncio.gather(fetch("a", 0.3), fetch("b", 0.3), fetch("c", 0.3))
    print(f"gathered:   {time.perf_counter() - start:.1f} s")


asyncio.run(main())
