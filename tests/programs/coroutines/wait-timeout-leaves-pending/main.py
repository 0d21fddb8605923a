import asyncio
async def main():
    t = asyncio.create_task(asyncio.sleep(0.1, "late"))
    done, pending = await asyncio.wait([t], timeout=0.01)
    print(len(done), len(pending), t.cancelled())
    print(await t)
asyncio.run(main())
