import asyncio
async def main():
    async def numbers():
        for i in range(6):
            await asyncio.sleep(0.001)
            yield i
    g = numbers()
    lock = asyncio.Lock()
    async def take(name):
        got = []
        while True:
            async with lock:
                try:
                    got.append(await anext(g))
                except StopAsyncIteration:
                    return name, got
    print(await asyncio.gather(take("a"), take("b")))
asyncio.run(main())
