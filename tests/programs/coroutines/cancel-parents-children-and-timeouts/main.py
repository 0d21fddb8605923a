import asyncio
async def child(n):
    try:
        await asyncio.sleep(n)
        print("child done", n)
    except asyncio.CancelledError:
        print("child cancelled", n)
        raise
async def parent():
    try:
        await asyncio.gather(child(1), child(2), asyncio.shield(child(0.05)))
    except asyncio.CancelledError:
        print("parent cancelled", asyncio.current_task().cancelling())
        raise
async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    t.cancel("because")
    try: await t
    except asyncio.CancelledError as e: print("main", e.args)
    await asyncio.sleep(0.1)
    async def stubborn():
        for i in range(3):
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: print("no", i, asyncio.current_task().cancelling())
        return "survived"
    t = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0.01); t.cancel()
    print(await t, t.cancelling(), t.cancelled())
    async def structured():
        try:
            async with asyncio.timeout(0.05):
                try: await asyncio.sleep(1)
                finally:
                    print("cleanup"); await asyncio.sleep(0.02); print("cleanup end")
        except TimeoutError: print("timed out", asyncio.current_task().cancelling())
    await structured()
    try:
        async with asyncio.timeout(0.05):
            async with asyncio.timeout(10):
                await asyncio.sleep(1)
    except TimeoutError as e: print("outer", e.__cause__.__class__)
    t = asyncio.current_task()
    t.cancel("self")
    try: await asyncio.sleep(0)
    except asyncio.CancelledError as e: print("self", e, t.uncancel())
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, fut.cancel, "futmsg")
    try: await fut
    except asyncio.CancelledError as e: print(repr(e), fut)
    try: await asyncio.wait_for(fut, 1)
    except asyncio.CancelledError as e: print("wf", repr(e))
asyncio.run(main())
