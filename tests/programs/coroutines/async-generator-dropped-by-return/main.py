import asyncio
async def ticker():
    try:
        i=0
        while True: yield i; i+=1; await asyncio.sleep(.001)
    finally: print('ticker closed')
async def first(n):
    async for i in ticker():
        if i==n: return i
async def main():
    print(await first(3))
    await asyncio.sleep(.01)
    print('after')
    print(await first(1))
asyncio.run(main())
