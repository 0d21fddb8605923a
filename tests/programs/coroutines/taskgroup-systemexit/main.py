import asyncio
async def main():
    async def bye():
        await asyncio.sleep(0.01)
        raise KeyError("plain")
    async def w():
        try:
            await asyncio.sleep(5)
        finally:
            print("w ends")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w())
            tg.create_task(bye())
    except BaseExceptionGroup as e:
        print(type(e).__name__, len(e.exceptions))
asyncio.run(main())
