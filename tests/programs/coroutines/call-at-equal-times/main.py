import asyncio
async def main():
    loop = asyncio.get_running_loop()
    t = loop.time() + 0.02
    out = []
    for i in range(9):
        loop.call_at(t, out.append, i)
    await asyncio.sleep(0.05)
    print(out)
asyncio.run(main())
