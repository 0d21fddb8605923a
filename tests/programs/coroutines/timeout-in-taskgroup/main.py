import asyncio
async def main():
    async def job(n, d):
        try:
            async with asyncio.timeout(0.5):
                await asyncio.sleep(d)
            return f"{n} ok"
        except TimeoutError:
            return f"{n} too slow"
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(job(n, d)) for n, d in (("a", 0.01), ("b", 5), ("c", 0.02))]
    print([t.result() for t in ts])
asyncio.run(main())
