import asyncio
class Ticker:
    def __init__(self, d, n): self.d, self.n = d, n
    async def __aiter__(self):
        for i in range(self.n):
            yield i
            await asyncio.sleep(self.d)
async def merge(*its):
    q = asyncio.Queue()
    async def pump(it):
        async for x in it: await q.put(x)
        await q.put(None)
    ts = [asyncio.create_task(pump(i)) for i in its]
    left = len(ts)
    while left:
        x = await q.get()
        if x is None: left -= 1
        else: yield x
async def gen(n, d, name):
    try:
        for i in range(n):
            await asyncio.sleep(d); yield f"{name}{i}"
    finally: print("closed", name)
async def main():
    print([x async for x in merge(gen(3, 0.02, "a"), gen(2, 0.03, "b"))])
    async for x in Ticker(0.01, 3): print(x)
    import contextlib
    async with contextlib.aclosing(gen(9, 0.01, "c")) as g:
        async for x in g:
            print(x)
            if x == "c1": break
    async def take(n, it):
        async for x in it:
            if n == 0: return
            n -= 1
            yield x
    print([x async for x in take(2, gen(5, 0.01, "d"))])
    await asyncio.sleep(0.05)
    print("end")
asyncio.run(main())
