import asyncio
async def w(b, n):
    print(n, "arrives")
    i = await b.wait()
    print(n, "passes")
    return i
async def main():
    b = asyncio.Barrier(3)
    print(b.parties, b.n_waiting, b.broken)
    r = await asyncio.gather(*(w(b, n) for n in "abc"))
    print(sorted(r))
    async with asyncio.TaskGroup() as tg:
        async def use():
            async with b as pos:
                await asyncio.sleep(0)
                return pos
        ts = [tg.create_task(use()) for _ in range(3)]
    print(sorted(t.result() for t in ts))
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)
asyncio.run(main())
