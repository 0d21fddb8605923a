import asyncio
async def w():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        t = asyncio.current_task()
        print(t.cancelling())
        print(t.uncancel())
    await asyncio.sleep(0.01)
    return "went on"
async def main():
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel()
    print(await t)
asyncio.run(main())
