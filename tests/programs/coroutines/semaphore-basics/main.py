import asyncio
running = top = 0
async def w(s, n):
    global running, top
    async with s:
        running += 1
        top = max(top, running)
        print("in", n)
        await asyncio.sleep(0.01)
        running -= 1
async def main():
    s = asyncio.Semaphore(2)
    await asyncio.gather(*(w(s, i) for i in range(6)))
    print("most at once", top)
    print(s.locked())
    await s.acquire(); await s.acquire()
    print(s.locked())
    s.release(); s.release(); s.release()
    b = asyncio.BoundedSemaphore(1)
    await b.acquire()
    b.release()
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    print(asyncio.Semaphore(0).locked())
asyncio.run(main())
