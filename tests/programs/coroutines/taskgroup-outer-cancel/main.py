import asyncio
async def child(n):
    try:
        await asyncio.sleep(10)
    finally:
        print("child ends")
async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child(1))
        tg.create_task(child(2))
        print("waiting")
    print("never")
async def main():
    t = asyncio.create_task(group())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("group cancelled", t.cancelled())
    try:
        async with asyncio.timeout(0.02):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(child(3))
    except TimeoutError:
        print("timeout around the group")
asyncio.run(main())
