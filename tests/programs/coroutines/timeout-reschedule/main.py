import asyncio
async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.05) as cm:
        cm.reschedule(loop.time() + 1)
        await asyncio.sleep(0.1)
        print("extended", cm.expired())
    try:
        async with asyncio.timeout(10) as cm:
            cm.reschedule(loop.time() - 1)
            await asyncio.sleep(1)
    except TimeoutError:
        print("past", cm.expired())
    try:
        cm.reschedule(5)
    except RuntimeError as e:
        print(e)
    t = asyncio.timeout(1)
    try:
        t.reschedule(1)
    except RuntimeError as e:
        print(e)
    print(t)
    async with t:
        pass
    print(t)
    try:
        async with t:
            pass
    except RuntimeError as e:
        print(e)
asyncio.run(main())
