import asyncio


def primes(limit):
    found = 0
    for n in range(2, limit):
        if all(n % d for d in range(2, int(n ** 0.5) + 1)):
            found += 1
    return found


async def compute():
    print("compute begins")
    print("primes:", primes(8000))


async def ticker():
    for tick in range(3):
        print("tick", tick)
        await asyncio.sleep(0.001)


async def main():
    await asyncio.gather(ticker(), compute())


asyncio.run(main())
