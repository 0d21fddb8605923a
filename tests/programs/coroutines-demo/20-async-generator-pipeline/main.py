import asyncio


async def sensor():
    for value in (20, 21, 35, 22, 36):
        await asyncio.sleep(0.1)
        yield value


async def only_hot(values):
    async for value in values:
        if value > 30:
            yield value


async def labelled(values):
    async for value in values:
        yield f"hot: {value}"


async def main():
    async for text in labelled(only_hot(sensor())):
        print(text)


asyncio.run(main())
