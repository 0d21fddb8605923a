import asyncio
async def ok(n):
    try:
        await asyncio.sleep(1)
        print("never")
    except asyncio.CancelledError:
        print(n, "cancelled")
        raise
    finally:
        print(n, "finally")
async def bad():
    await asyncio.sleep(0.02)
    raise ValueError("bad")
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(ok("a"))
            b = tg.create_task(ok("b"))
            tg.create_task(bad())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("body cancelled")
                raise
    except* ValueError as eg:
        print(repr(eg), eg.message, eg.exceptions)
    print(a.cancelled(), b.cancelled(), asyncio.current_task().cancelling())
asyncio.run(main())
