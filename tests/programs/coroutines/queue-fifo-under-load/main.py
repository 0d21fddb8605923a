import asyncio
async def main():
    q = asyncio.Queue(3)
    out = []
    async def p(n):
        for i in range(3):
            await q.put((n, i))
    async def c():
        for _ in range(9):
            out.append(await q.get())
            await asyncio.sleep(0)
    await asyncio.gather(p("a"), p("b"), p("c"), c())
    print(out)
asyncio.run(main())
