import asyncio
async def a():
    raise ValueError(1)
async def main():
    t = asyncio.create_task(a())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("done", t.done())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(a()); tg.create_task(a())
    except BaseException as e:
        import traceback
        traceback.print_exception(e)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(a())
asyncio.run(main())
