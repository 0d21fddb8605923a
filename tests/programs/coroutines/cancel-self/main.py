import asyncio
async def main():
    async def me():
        asyncio.current_task().cancel()
        print("not yet")
        await asyncio.sleep(0)
        print("never")
    t = asyncio.create_task(me())
    await asyncio.wait([t])
    print(t.cancelled())
    async def no_await():
        asyncio.current_task().cancel()
        return "finished first"
    t = asyncio.create_task(no_await())
    await asyncio.wait([t])
    print(t.cancelled())
asyncio.run(main())
