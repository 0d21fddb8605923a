import asyncio
async def main():
    order = []
    async def w(i):
        for _ in range(3):
            await asyncio.sleep(0)
        order.append(i)
    await asyncio.gather(*(w(i) for i in range(100)))
    print(order == list(range(100)))
asyncio.run(main())
