import asyncio
count = 0
async def add(n):
    global count
    for _ in range(n):
        c = count
        await asyncio.sleep(0)
        count = c + 1
async def safe(n, lock):
    global count
    for _ in range(n):
        async with lock:
            c = count
            await asyncio.sleep(0)
            count = c + 1
async def plain(n):
    global count
    for _ in range(n):
        count += 1
async def main():
    global count
    await asyncio.gather(add(10), add(10))
    print(count)
    count = 0
    lock = asyncio.Lock()
    await asyncio.gather(safe(10, lock), safe(10, lock))
    print(count)
    count = 0
    await asyncio.gather(plain(10), plain(10))
    print(count)
asyncio.run(main())
