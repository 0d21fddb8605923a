import asyncio
lock = asyncio.Lock()
async def use():
    async with lock:
        async def contend():
            async with lock:
                pass
        t = asyncio.create_task(contend())
        await asyncio.sleep(0)
    await t
asyncio.run(use())
try:
    asyncio.run(use())
except RuntimeError as e:
    print(str(e).split(" is ")[1])
async def main():
    pass
asyncio.run(main())
