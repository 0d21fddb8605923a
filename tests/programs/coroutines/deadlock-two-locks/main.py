import asyncio
async def w(n, a, b):
    async with a:
        print(n, "has its first lock")
        await asyncio.sleep(0.01)
        async with b:
            print("never")
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    try:
        await asyncio.wait_for(asyncio.gather(w(1, a, b), w(2, b, a)), 0.1)
    except TimeoutError:
        print("deadlock broken by the timeout", a.locked(), b.locked())
asyncio.run(main())
