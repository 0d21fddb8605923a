import asyncio
async def quick(n):
    print("quick", n)
    return n
async def other():
    print("other runs")
async def main():
    t = asyncio.create_task(other())
    for i in range(3):
        await quick(i)
    print("still no turn for other:", not t.done())
    await t
asyncio.run(main())
