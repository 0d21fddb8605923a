import asyncio
async def main():
    c = asyncio.Condition()
    async def w(n):
        async with c:
            await c.wait()
            print("woken", n)
    ts = [asyncio.create_task(w(i)) for i in range(4)]
    await asyncio.sleep(0)
    async with c:
        c.notify(2)
    await asyncio.sleep(0.01)
    print("--")
    async with c:
        c.notify_all()
    await asyncio.gather(*ts)
asyncio.run(main())
