import asyncio
async def main():
    class Limiter:
        def __init__(self, n, per):
            self.n, self.per, self.times = n, per, []
        async def __aenter__(self):
            loop = asyncio.get_running_loop()
            while True:
                now = loop.time()
                self.times = [t for t in self.times if now - t < self.per]
                if len(self.times) < self.n:
                    self.times.append(now)
                    return
                await asyncio.sleep(self.per / 4)
        async def __aexit__(self, *a): pass
    lim = Limiter(2, 0.08)
    t0 = asyncio.get_running_loop().time()
    async def call(n):
        async with lim:
            print("call", n)
    for i in range(5):
        await call(i)
    print(asyncio.get_running_loop().time() - t0 >= 0.16)
asyncio.run(main())
