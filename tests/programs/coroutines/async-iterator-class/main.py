import asyncio
class Countdown:
    def __init__(self, n): self.n = n
    async def __aenter__(self):
        print("enter")
        return self
    async def __aexit__(self, *a):
        print("exit")
    def __aiter__(self): return self
    async def __anext__(self):
        await asyncio.sleep(0)
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n + 1
async def main():
    async with Countdown(3) as c:
        async for x in c:
            print(x)
    it = aiter(Countdown(2))
    print(await anext(it), await anext(it), await anext(it, "end"))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("stopped")
asyncio.run(main())
