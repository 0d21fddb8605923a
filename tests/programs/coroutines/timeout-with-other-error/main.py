import asyncio
async def main():
    try:
        async with asyncio.timeout(0.05):
            raise KeyError("k")
    except KeyError as e:
        print("KeyError", e)
    try:
        async with asyncio.timeout(0.02):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError("instead")
    except ValueError as e:
        print("ValueError", e)
    async def outer():
        async with asyncio.timeout(10):
            await asyncio.sleep(10)
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    t.cancel("from outside")
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    print(await asyncio.create_task(swallow()))
async def swallow():
    try:
        async with asyncio.timeout(0.02):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                pass
            print("swallowed")
    except TimeoutError:
        return "timeout error"
    return "no error"
asyncio.run(main())
