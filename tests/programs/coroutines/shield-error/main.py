import asyncio
async def main():
    async def bad():
        await asyncio.sleep(0.01)
        raise ValueError("inner")
    try:
        await asyncio.shield(bad())
    except ValueError as e:
        print(e)
asyncio.run(main())
