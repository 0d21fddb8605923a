import asyncio
async def main():
    async def w():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            pass
        await asyncio.sleep(0.01)
        return "survived"
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelling())
asyncio.run(main())
