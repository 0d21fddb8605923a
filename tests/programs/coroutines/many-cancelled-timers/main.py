import asyncio
async def main():
    loop = asyncio.get_running_loop()
    hs = [loop.call_later(100 + i, print, "never") for i in range(300)]
    for h in hs[:250]:
        h.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_later(0.01, print, "mine")
    await asyncio.sleep(0.03)
    for h in hs:
        h.cancel()
    print(sum(h.cancelled() for h in hs))
asyncio.run(main())
