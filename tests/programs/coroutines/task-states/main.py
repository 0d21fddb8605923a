import asyncio
async def ok():
    await asyncio.sleep(0)
    return 1
async def bad():
    raise ZeroDivisionError("z")
async def main():
    t = asyncio.create_task(ok())
    print(t.done(), t.cancelled())
    for f in (t.result, t.exception):
        try:
            f()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    await t
    print(t.done(), t.cancelled(), t.result(), t.exception())
    t = asyncio.create_task(bad())
    await asyncio.wait([t])
    print(t.done(), t.cancelled(), repr(t.exception()))
    try:
        t.result()
    except ZeroDivisionError as e:
        print("raised", e)
    t = asyncio.create_task(ok())
    t.cancel()
    await asyncio.wait([t])
    print(t.done(), t.cancelled())
    for f in (t.result, t.exception):
        try:
            f()
        except asyncio.CancelledError as e:
            print("CancelledError", e.args)
    for f in (lambda: t.set_result(1), lambda: t.set_exception(ValueError())):
        try:
            f()
        except RuntimeError as e:
            print(e)
asyncio.run(main())
