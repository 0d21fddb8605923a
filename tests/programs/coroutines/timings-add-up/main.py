import asyncio, time
async def main():
    t = time.perf_counter()
    for _ in range(3):
        await asyncio.sleep(0.1)
    seq = time.perf_counter() - t
    t = time.perf_counter()
    await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(3)))
    con = time.perf_counter() - t
    print(0.3 <= seq < 0.4, 0.1 <= con < 0.19)
    loop = asyncio.get_running_loop()
    a = loop.time()
    await asyncio.sleep(0.05)
    print(0.05 <= loop.time() - a < 0.15)
asyncio.run(main())
