import asyncio
async def main():
    async def f():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(0.02))
            return "from the body"
    print(await f())
    async def g():
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(asyncio.sleep(0.02, "x"))
        return t.result()
    print(await g())
asyncio.run(main())
