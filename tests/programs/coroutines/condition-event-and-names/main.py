import asyncio
async def w(n, ev, cond):
    await ev.wait()
    async with cond:
        await cond.wait_for(lambda: state["n"] >= n)
        print("w", n, state["n"])
state = {"n": 0}
async def main():
    ev, cond = asyncio.Event(), asyncio.Condition()
    ts = [asyncio.create_task(w(i, ev, cond), name=f"w{i}") for i in (3, 1, 2)]
    await asyncio.sleep(0)
    ev.set()
    for i in range(4):
        async with cond:
            state["n"] = i
            cond.notify_all()
        await asyncio.sleep(0.01)
        print(i, [t.get_name() for t in ts if t.done()])
    t = asyncio.create_task(cond.wait())
    try: await t
    except RuntimeError as e: print(e)
    async def waiter():
        async with cond:
            try:
                await cond.wait()
            except asyncio.CancelledError:
                print("cancelled, locked:", cond.locked()); raise
    t = asyncio.create_task(waiter()); await asyncio.sleep(0.01); t.cancel()
    try: await t
    except asyncio.CancelledError: print("ok", cond.locked())
    for bad in (lambda: cond.wait_for(5),):
        async with cond:
            try: await bad()
            except TypeError as e: print(e)
asyncio.run(main())
