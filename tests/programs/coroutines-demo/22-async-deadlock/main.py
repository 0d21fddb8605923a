import asyncio


async def transfer(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(0.1)
        async with second:
            print(name, "has both")


async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(1):
            await asyncio.gather(transfer("A", left, right), transfer("B", right, left))
    except TimeoutError:
        print("stuck for a second: broken off")


asyncio.run(main())
