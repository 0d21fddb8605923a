# Ten tasks that give up their turn thirty thousand times each.
import asyncio


async def worker(turns):
    for _ in range(turns):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(worker(30_000) for _ in range(10)))


asyncio.run(main())
print("done")
