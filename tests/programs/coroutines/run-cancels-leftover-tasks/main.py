import asyncio
async def background(n):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("background", n, "cancelled")
        raise
    finally:
        await asyncio.sleep(0)
        print("background", n, "cleaned up")
async def main():
    asyncio.create_task(background(1))
    t = asyncio.create_task(background(2))
    await asyncio.sleep(0)
    print("main ends")
    return "result"
print(asyncio.run(main()))
