import asyncio
async def main():
    q = asyncio.Queue(1)
    async def producer():
        n = 0
        try:
            while True:
                await q.put(n)
                n += 1
        except asyncio.CancelledError:
            print("producer stops after", n)
            raise
    p = asyncio.create_task(producer())
    for _ in range(4):
        print("got", await q.get())
    p.cancel()
    await asyncio.wait([p])
asyncio.run(main())
