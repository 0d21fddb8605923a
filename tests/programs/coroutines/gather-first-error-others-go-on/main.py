import asyncio
async def slow():
    try:
        await asyncio.sleep(0.1)
        print("slow finished")
        return "slow"
    except asyncio.CancelledError:
        print("slow cancelled")
        raise
async def bad():
    await asyncio.sleep(0.02)
    raise RuntimeError("bad")
async def main():
    t = asyncio.create_task(slow())
    try:
        await asyncio.gather(t, bad())
    except RuntimeError as e:
        print("caught", e, t.done())
    print(await t)
asyncio.run(main())
