import asyncio


async def primes(limit):
    found = 0
    for n in range(2, limit):
        if all(n % d for d in range(2, int(n ** 0.5) + 1)):
            found += 1
        if n % 500 == 0:
            await asyncio.sleep(0)
    return found


async def ticker(done):
    ticks = 0
    while not done.is_set():
        ticks += 1
        await asyncio.sleep(0)
    print("ticked meanwhile:", ticks > 5)


async def main():
    done = asyncio.Event()
    tick = asyncio.create_task(ticker(done))
    print("primes:", await primes(8000))
    done.set()
    await tick


asyncio.run(main())
