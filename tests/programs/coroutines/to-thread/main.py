import asyncio, threading, time
def blocking(n):
    time.sleep(0.05 * n)
    return n, threading.current_thread() is threading.main_thread()
async def tick():
    for i in range(3):
        print("tick", i)
        await asyncio.sleep(0.02)
async def main():
    t = asyncio.create_task(tick())
    print(await asyncio.to_thread(blocking, 2))
    await t
    print(await asyncio.gather(*(asyncio.to_thread(blocking, i) for i in (3, 1, 2))))
    def bad():
        raise LookupError("in thread")
    try:
        await asyncio.to_thread(bad)
    except LookupError as e:
        print(type(e).__name__, e)
    print(await asyncio.to_thread(lambda *a, **k: (a, k), 1, x=2))
asyncio.run(main())
