import asyncio


async def worker(name):
    print(name, "begins")
    await asyncio.sleep(0)
    print(name, "ends")


async def main():
    one = asyncio.create_task(worker("one"))
    two = asyncio.create_task(worker("two"))
    print("both exist, neither has begun")
    await asyncio.sleep(0)
    print("main again")
    await one
    await two
    print("done")


asyncio.run(main())
