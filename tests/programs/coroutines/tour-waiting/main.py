import asyncio
async def job(d, fail=False):
    await asyncio.sleep(d)
    if fail: raise OSError(d)
    return d
async def main():
    for c in asyncio.as_completed([job(0.3), job(0.1), job(0.2, True)]):
        try:
            print(await c)
        except OSError as e:
            print("err", e)
    try:
        for c in asyncio.as_completed([job(0.1), job(5)], timeout=0.2):
            print(await c)
    except TimeoutError as e:
        print("TO", repr(e))
    done, pending = await asyncio.wait([asyncio.create_task(job(x)) for x in (0.1, 0.2, 0.3)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=0.15)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending)
    print(len(done), len(pending))
    ts = [asyncio.create_task(job(0.1, True)), asyncio.create_task(job(0.5))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), [t.exception() for t in done])
    for bad in ([], [job(1)]):
        try:
            await asyncio.wait(bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
            for b in bad: b.close()
    try:
        await asyncio.wait(ts, return_when="X")
    except ValueError as e:
        print(e)
    try:
        async with asyncio.timeout(0.1) as cm:
            await job(3)
    except TimeoutError as e:
        print("timeout", repr(e), cm.expired(), cm)
    loop = asyncio.get_running_loop()
    async with asyncio.timeout_at(loop.time() + 0.2) as cm:
        print(cm.expired(), cm.when() > loop.time())
        cm.reschedule(None)
        print(cm.when())
    try:
        await asyncio.wait_for(job(2), 0.1)
    except asyncio.TimeoutError as e:
        print(type(e), e.args, e.__cause__.__class__.__name__)
    inner = asyncio.create_task(job(0.2))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.1)
    except TimeoutError:
        print("inner", inner.done())
    print(await inner)
    async with asyncio.timeout(None):
        await asyncio.sleep(0.1)
asyncio.run(main())
