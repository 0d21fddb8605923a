import asyncio
async def main():
    async def leaf(n):
        await asyncio.sleep(0.001 * n)
        return n
    async def branch(k):
        return sum(await asyncio.gather(*(leaf(k * 3 + i) for i in range(3))))
    print(await asyncio.gather(*(branch(k) for k in range(4))))
asyncio.run(main())
