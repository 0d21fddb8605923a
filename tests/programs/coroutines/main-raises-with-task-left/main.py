import asyncio
async def bg(name):
    try:
        while True:
            await asyncio.sleep(0.1)
            print("tick", name)
    finally:
        print("bye", name)
async def main():
    t = asyncio.create_task(bg("x"))
    await asyncio.sleep(0.25)
    raise RuntimeError("main failed")
asyncio.run(main())
