import asyncio
async def main():
    a, b = asyncio.Queue(2), asyncio.Queue(2)
    async def source():
        for i in range(5):
            await a.put(i)
        await a.put(None)
    async def middle():
        while (x := await a.get()) is not None:
            await b.put(x * 10)
        await b.put(None)
    async def sink():
        total = 0
        while (x := await b.get()) is not None:
            print("sink", x)
            total += x
        return total
    print((await asyncio.gather(source(), middle(), sink()))[2])
asyncio.run(main())
