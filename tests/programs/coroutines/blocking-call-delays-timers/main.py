import asyncio, time
async def timer():
    t = time.monotonic()
    await asyncio.sleep(0.05)
    print("timer late:", time.monotonic() - t > 0.15)
async def blocker():
    time.sleep(0.2)
    print("blocked")
async def main():
    t = asyncio.create_task(timer())
    await asyncio.sleep(0)
    await blocker()
    await t
    t = asyncio.create_task(timer2())
    await asyncio.to_thread(time.sleep, 0.2)
    await t
async def timer2():
    t = time.monotonic()
    await asyncio.sleep(0.05)
    print("timer late:", time.monotonic() - t > 0.15)
asyncio.run(main())
