import asyncio, time
from concurrent.futures import ThreadPoolExecutor
def work(n):
    time.sleep(0.05)
    return n * n
async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 3))
    with ThreadPoolExecutor(2) as pool:
        fs = [loop.run_in_executor(pool, work, i) for i in range(4)]
        print(type(fs[0]).__name__)
        print(await asyncio.gather(*fs))
    f = loop.run_in_executor(None, work, 2)
    print(f.done())
    await f
    print(f.done(), f.result())
    try:
        await loop.run_in_executor(None, int, "x")
    except ValueError as e:
        print(e)
asyncio.run(main())
