import asyncio
async def worker(n):
    try:
        while True: await asyncio.sleep(.01)
    except asyncio.CancelledError:
        print(n, 'cleanup start'); await asyncio.sleep(.01); print(n, 'cleanup end'); raise
    finally: print(n, 'finally')
async def shielded_cleanup():
    try: await asyncio.sleep(1)
    finally:
        await asyncio.shield(asyncio.sleep(.02)); print('shielded cleanup done')
async def refuses():
    for i in range(3):
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print('refuse', i, asyncio.current_task().cancelling())
    return 'gave up'
async def main():
    t = asyncio.create_task(worker('w1')); await asyncio.sleep(.025)
    t.cancel(); t.cancel()
    try: await t
    except asyncio.CancelledError: print('gone', t.cancelling())
    t = asyncio.create_task(worker('w2')); await asyncio.sleep(0)
    t.cancel(); await asyncio.sleep(.005); t.cancel()
    await asyncio.wait([t]); print(t.cancelled())
    t = asyncio.create_task(shielded_cleanup()); await asyncio.sleep(0); t.cancel(); await asyncio.wait([t]); print(t.cancelled())
    t = asyncio.create_task(refuses())
    for i in range(3): await asyncio.sleep(0); await asyncio.sleep(0); t.cancel()
    print(await t)
    # cancel the awaiting parent: child is cancelled
    async def parent():
        c = asyncio.create_task(worker('child'))
        await c
    p = asyncio.create_task(parent()); await asyncio.sleep(.001); p.cancel(); await asyncio.wait([p])
    # cancel self
    async def me():
        asyncio.current_task().cancel(); print('still running')
        await asyncio.sleep(0); print('not reached')
    m = asyncio.create_task(me()); await asyncio.wait([m]); print(m.cancelled())
    async def me2():
        asyncio.current_task().cancel(); return 'returned'
    m = asyncio.create_task(me2()); await asyncio.wait([m]); print(m.cancelled())
    # gather and cancellation of one child
    a, b = asyncio.create_task(asyncio.sleep(.01, 'a')), asyncio.create_task(asyncio.sleep(.01, 'b'))
    g = asyncio.gather(a, b); await asyncio.sleep(0); a.cancel()
    try: await g
    except asyncio.CancelledError: print('gather cancelled', b.done(), g.cancelled())
    print(await b)
    r = await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(-1, 2), return_exceptions=True); print(r)
    leftover.append(asyncio.create_task(worker('left')))
    await asyncio.sleep(0)
    print('main done')
leftover = []
asyncio.run(main())
print(leftover[0].cancelled())
