import asyncio
async def w(n):
    print("start", n)
    await asyncio.sleep(0)
    print("middle", n)
    await asyncio.sleep(0)
    print("end", n)
    return n
async def main():
    ts = [asyncio.create_task(w(i)) for i in range(4)]
    print("created")
    await asyncio.sleep(0)
    print("main 1")
    await asyncio.sleep(0)
    print("main 2")
    for t in ts:
        print(await t)
asyncio.run(main())
