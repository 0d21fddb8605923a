import asyncio
async def bad(e):
    await asyncio.sleep(0.01)
    raise e
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(ValueError(1)))
            tg.create_task(bad(TypeError(2)))
            tg.create_task(bad(ValueError(3)))
    except* ValueError as eg:
        print("V", [e.args for e in eg.exceptions])
    except* TypeError as eg:
        print("T", [e.args for e in eg.exceptions])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(OSError("task")))
            raise KeyError("body")
    except BaseExceptionGroup as eg:
        print(eg, eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(bad(ValueError("deep")))
    except ExceptionGroup as eg:
        print(eg.exceptions[0].exceptions)
asyncio.run(main())
