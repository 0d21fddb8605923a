import asyncio


async def ready_at_once():
    return 1


async def greedy():
    total = 0
    for _ in range(20000):
        total += await ready_at_once()
    print("greedy has", total)


async def polite(name):
    for step in range(2):
        print(name, step)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(polite("Ann"), greedy(), polite("Bob"))


asyncio.run(main())
