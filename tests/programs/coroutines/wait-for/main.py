import asyncio
async def w(d, v):
    try:
        await asyncio.sleep(d)
        return v
    except asyncio.CancelledError:
        print("w cancelled")
        raise
async def main():
    print(await asyncio.wait_for(w(0.01, "a"), 1))
    print(await asyncio.wait_for(w(0.01, "b"), None))
    for limit in (0.05, 0, -1):
        try:
            await asyncio.wait_for(w(10, "c"), limit)
        except asyncio.TimeoutError as e:
            print("TimeoutError", repr(str(e)), isinstance(e, TimeoutError))
    t = asyncio.create_task(w(10, "d"))
    try:
        await asyncio.wait_for(t, 0.01)
    except TimeoutError:
        print(t.cancelled())
    async def bad():
        raise OSError("inner")
    try:
        await asyncio.wait_for(bad(), 1)
    except OSError as e:
        print("OSError", e)
    o = asyncio.create_task(asyncio.wait_for(w(10, "e"), 5))
    await asyncio.sleep(0.01)
    o.cancel()
    try:
        await o
    except asyncio.CancelledError:
        print("outer cancelled")
asyncio.run(main())
