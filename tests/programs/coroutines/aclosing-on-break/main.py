import asyncio
async def main():
    from contextlib import aclosing
    async def ticks():
        try:
            n = 0
            while True:
                yield n
                n += 1
                await asyncio.sleep(0)
        finally:
            await asyncio.sleep(0)
            print("cleaned")
    async with aclosing(ticks()) as ts:
        async for t in ts:
            if t == 3:
                break
    print("after the loop", t)
asyncio.run(main())
