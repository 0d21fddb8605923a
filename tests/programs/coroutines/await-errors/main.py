import asyncio
async def main():
    for bad in (5, None, "x", [1]):
        try:
            await bad
        except TypeError as e:
            print(e)
    async def c():
        return 1
    x = c()
    await x
    try:
        await x
    except RuntimeError as e:
        print(e)
asyncio.run(main())
