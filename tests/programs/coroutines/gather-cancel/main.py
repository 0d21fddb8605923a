import asyncio
async def child(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child", n, "cancelled")
        raise
async def main():
    g = asyncio.gather(child(1), child(2))
    await asyncio.sleep(0)
    print(g.cancel())
    try:
        await g
    except asyncio.CancelledError:
        print("gather cancelled", g.cancelled())
    async def outer():
        await asyncio.gather(child(3), child(4))
    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("outer cancelled")
    c = asyncio.create_task(child(5))
    g = asyncio.gather(c, asyncio.sleep(0.01, "x"), return_exceptions=True)
    await asyncio.sleep(0)
    c.cancel()
    print(await g)
    print(g.cancel())
asyncio.run(main())
