import asyncio
async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.001)
        yield i
async def squares(src):
    async for x in src:
        yield x * x
async def odd(src):
    async for x in src:
        if x % 2:
            yield x
async def main():
    total = 0
    async for x in odd(squares(numbers(6))):
        print(x)
        total += x
    print(total)
asyncio.run(main())
