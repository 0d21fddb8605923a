import asyncio
async def main():
    c = asyncio.Condition()
    n = 0
    async def w(goal):
        async with c:
            r = await c.wait_for(lambda: n >= goal)
            print("goal", goal, r, n)
    ts = [asyncio.create_task(w(g)) for g in (3, 1, 2)]
    for _ in range(3):
        await asyncio.sleep(0.01)
        async with c:
            n += 1
            c.notify_all()
    await asyncio.gather(*ts)
    lock = asyncio.Lock()
    c2 = asyncio.Condition(lock)
    async with lock:
        print(c2.locked())
        c2.notify_all()
    async with c:
        t = asyncio.create_task(w(9))
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", c.locked())
asyncio.run(main())
