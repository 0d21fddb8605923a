import asyncio
items = []
async def consumer(c, n):
    async with c:
        while not items:
            print(n, "waits")
            await c.wait()
        print(n, "takes", items.pop(0))
async def producer(c):
    for i in range(3):
        await asyncio.sleep(0.01)
        async with c:
            items.append(i)
            c.notify()
            print("notified", i)
async def main():
    c = asyncio.Condition()
    await asyncio.gather(*(consumer(c, n) for n in "abc"), producer(c))
    for f in (c.notify, c.notify_all):
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
