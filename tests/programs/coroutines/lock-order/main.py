import asyncio
async def w(lock, n):
    print(n, "wants")
    async with lock:
        print(n, "has")
        await asyncio.sleep(0)
        print(n, "gives")
async def main():
    lock = asyncio.Lock()
    print(lock.locked())
    ts = [asyncio.create_task(w(lock, i)) for i in range(4)]
    await asyncio.gather(*ts)
    print(lock.locked())
    await lock.acquire()
    print(lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
