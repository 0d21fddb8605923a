import asyncio
async def ticker(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
class Count:
    def __init__(self, n):
        self.n = n
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
async def main():
    async for i in ticker(3):
        print(i)
    else:
        print("else")
    print([i async for i in ticker(4) if i % 2])
    print({i: i * i async for i in Count(3)})
    print({i async for i in Count(3)})
    print([x async for x in (i * 2 async for i in ticker(3))])
    print([await asyncio.sleep(0, i) for i in range(3)])
    async for i in Count(5):
        if i == 3:
            continue
        if i == 1:
            break
        print("loop", i)
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
asyncio.run(main())
