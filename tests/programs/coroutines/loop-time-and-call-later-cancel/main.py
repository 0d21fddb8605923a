import asyncio
async def main():
    loop = asyncio.get_running_loop()
    t0 = loop.time()
    hs = [loop.call_later(0.01 * i, print, i) for i in range(1, 6)]
    hs[1].cancel(); hs[3].cancel()
    await asyncio.sleep(0.1)
    print(loop.time() - t0 >= 0.1, [h.cancelled() for h in hs])
asyncio.run(main())
