import asyncio
class E1(Exception): pass
async def f(e, d=0):
    await asyncio.sleep(d); raise e
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            for e in (ValueError(1), TypeError(2), E1(3)): tg.create_task(f(e))
    except* (ValueError, TypeError) as eg:
        print(type(eg).__name__, [type(x).__name__ for x in eg.exceptions])
    except* E1 as eg: print("E1", eg.exceptions)
    try:
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(f(OSError("o"))); tg.create_task(f(ValueError("v")))
        except* OSError: print("os")
    except ExceptionGroup as eg: print("rest", eg, eg.exceptions, eg.split(ValueError)[1])
    t = asyncio.create_task(asyncio.sleep(1))
    async def grp():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(5))
            await asyncio.sleep(5)
    g = asyncio.create_task(grp()); await asyncio.sleep(0.01); g.cancel()
    try: await g
    except asyncio.CancelledError: print("group cancelled", len(asyncio.all_tasks()))
    r = await asyncio.gather(f(ValueError("a")), f(TypeError("b"), 0.1), return_exceptions=True)
    print(r)
    try: await asyncio.gather(f(ValueError("first"), 0.1), f(TypeError("second")))
    except Exception as e: print(repr(e))
    await asyncio.sleep(0.2)
    e = ValueError("n"); e.add_note("a note")
    raise ExceptionGroup("top", [e, TypeError("t")])
asyncio.run(main())
