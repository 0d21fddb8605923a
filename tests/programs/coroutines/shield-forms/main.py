import asyncio
async def work():
    await asyncio.sleep(0.05)
    print("work done")
    return "result"
async def main():
    print(await asyncio.shield(work()))
    inner = asyncio.create_task(work())
    async def outer():
        try:
            return await asyncio.shield(inner)
        except asyncio.CancelledError:
            print("outer cancelled, inner done:", inner.done())
            raise
    o = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    o.cancel()
    await asyncio.wait([o])
    print(o.cancelled(), await inner)
    t = asyncio.create_task(work())
    try:
        await asyncio.wait_for(asyncio.shield(t), 0.01)
    except TimeoutError:
        print("gave up waiting", t.cancelled())
    print(await t)
    t = asyncio.create_task(work())
    s = asyncio.shield(t)
    t.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("inner was cancelled", s.cancelled())
    done = asyncio.create_task(asyncio.sleep(0, 1))
    await done
    print(asyncio.shield(done) is done)
asyncio.run(main())
