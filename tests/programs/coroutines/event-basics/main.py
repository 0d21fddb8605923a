import asyncio
async def waiter(e, n):
    print(n, "waits")
    r = await e.wait()
    print(n, "goes on", r)
async def main():
    e = asyncio.Event()
    print(e.is_set())
    ts = [asyncio.create_task(waiter(e, i)) for i in range(3)]
    await asyncio.sleep(0)
    print("set")
    e.set()
    e.set()
    await asyncio.gather(*ts)
    print(e.is_set(), await e.wait())
    e.clear()
    print(e.is_set())
    t = asyncio.create_task(waiter(e, "late"))
    await asyncio.sleep(0)
    e.set()
    e.clear()
    await t
    print(e.is_set())
asyncio.run(main())
