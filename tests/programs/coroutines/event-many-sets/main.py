import asyncio
async def main():
    e = asyncio.Event()
    n = 0
    async def w():
        nonlocal n
        for _ in range(3):
            await e.wait()
            n += 1
            await asyncio.sleep(0)
            e.clear()
    t = asyncio.create_task(w())
    for _ in range(3):
        await asyncio.sleep(0.01)
        e.set()
    await t
    print(n)
asyncio.run(main())
