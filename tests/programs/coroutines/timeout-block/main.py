import asyncio
async def main():
    try:
        async with asyncio.timeout(0.05):
            print("inside")
            await asyncio.sleep(1)
            print("never")
    except TimeoutError as e:
        print("timed out", repr(str(e)))
    async with asyncio.timeout(1) as cm:
        await asyncio.sleep(0.01)
    print(cm.expired())
    async with asyncio.timeout(None) as cm:
        print(cm.when())
        await asyncio.sleep(0)
    try:
        async with asyncio.timeout(0.02) as cm:
            await asyncio.sleep(1)
    except TimeoutError:
        print(cm.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0):
            print("starts all the same")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("not here")
    except TimeoutError:
        print("zero")
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + 0.02):
            await asyncio.Event().wait()
    except TimeoutError:
        print("timeout_at")
asyncio.run(main())
