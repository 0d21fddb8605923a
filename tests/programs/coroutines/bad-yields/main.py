import asyncio
async def main():
    class Bad:
        def __await__(self):
            yield 5
    try:
        await Bad()
    except RuntimeError as e:
        print(str(e))
    class Raw:
        def __await__(self):
            yield asyncio.get_running_loop().create_future()
    try:
        await Raw()
    except RuntimeError as e:
        print(str(e).split(" in task")[0])
    async def me():
        await asyncio.current_task()
    try:
        await asyncio.create_task(me())
    except RuntimeError as e:
        print(str(e).split(":")[0])
asyncio.run(main())
