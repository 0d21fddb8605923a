import asyncio

class MyError(Exception): pass

async def fail(d, e):
    await asyncio.sleep(d)
    raise e

async def ok(d, v):
    try:
        await asyncio.sleep(d)
        return v
    except asyncio.CancelledError:
        print("ok cancelled", v)
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(1, "a"))
            tg.create_task(fail(0.1, ValueError("v")))
            tg.create_task(fail(0.1, TypeError("t")))
            tg.create_task(ok(2, "b"), name="named")
    except* ValueError as eg:
        print("V", eg.exceptions, eg.message)
    except* TypeError as eg:
        print("T", eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(ok(0.1, 1))
            raise MyError("body")
    except ExceptionGroup as eg:
        print(repr(eg), eg.subgroup(MyError))
    print(a.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            print(repr(tg))
            x = tg.create_task(ok(0.1, 1))
            y = tg.create_task(ok(0.1, 2))
        print(x.result() + y.result(), repr(tg))
        tg.create_task(ok(0, 0))
    except RuntimeError as e:
        print(e)
    async with asyncio.TaskGroup() as tg:
        async with asyncio.TaskGroup() as inner:
            inner.create_task(fail(0.2, KeyError("k")))
        print("never")
asyncio.run(main())
