import asyncio
async def w(lock, n):
    try:
        async with lock:
            print(n, "has")
            await asyncio.sleep(0.02)
    except asyncio.CancelledError:
        print(n, "cancelled while waiting")
        raise
async def main():
    lock = asyncio.Lock()
    ts = [asyncio.create_task(w(lock, i)) for i in range(4)]
    await asyncio.sleep(0.01)
    ts[1].cancel()
    ts[2].cancel()
    r = await asyncio.gather(*ts, return_exceptions=True)
    print([type(x).__name__ for x in r])
asyncio.run(main())
