import asyncio
order = []
async def greedy(lock):
    for i in range(3):
        async with lock:
            order.append("g%d" % i)
            await asyncio.sleep(0)
async def modest(lock, n):
    async with lock:
        order.append(n)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(greedy(lock), modest(lock, "a"), modest(lock, "b"))
    print(order)
asyncio.run(main())
