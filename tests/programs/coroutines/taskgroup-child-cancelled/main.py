import asyncio
async def w():
    await asyncio.sleep(10)
async def main():
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(w())
        o = tg.create_task(asyncio.sleep(0.02, "other"))
        await asyncio.sleep(0)
        t.cancel()
    print(t.cancelled(), o.result())
asyncio.run(main())
