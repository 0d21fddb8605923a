import asyncio
async def main():
    async def w():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError("instead of cancellation")
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except ValueError as e:
        print(e, type(e.__context__).__name__, t.cancelled())
asyncio.run(main())
