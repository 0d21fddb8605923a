import asyncio
async def main():
    s = asyncio.Semaphore(2)
    log = []
    async def w(n):
        async with s:
            log.append(f"+{n}")
            await asyncio.sleep(0.01)
            log.append(f"-{n}")
    await asyncio.gather(*(w(i) for i in range(5)))
    print(" ".join(log))
asyncio.run(main())
