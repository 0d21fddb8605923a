import asyncio
async def main():
    order = []
    async def w(n, d):
        await asyncio.sleep(d)
        order.append(n)
        return n
    print(await asyncio.gather(w(1, .06), w(2, .03), w(3, .0)), order)
asyncio.run(main())
