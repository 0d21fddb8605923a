import asyncio
async def main():
    async def quick():
        return "quick"
    print(await asyncio.wait_for(quick(), 0.5))
    async def ignores_cancel():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            await asyncio.sleep(0.01)
            return "cleanup result"
    print(await asyncio.wait_for(ignores_cancel(), 0.02))
    async def raises_in_cleanup():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise KeyError("cleanup")
    try:
        await asyncio.wait_for(raises_in_cleanup(), 0.02)
    except KeyError as e:
        print("KeyError", e)
asyncio.run(main())
