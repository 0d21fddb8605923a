# Ten tasks that give up their turn a hundred thousand times each.
import asyncio


async def worker(turns):
    for _ in range(turns):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(worker(100_000) for _ in range(10)))


asyncio.run(main())
print("done")
