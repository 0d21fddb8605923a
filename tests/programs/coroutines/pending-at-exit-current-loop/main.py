import asyncio
async def sleeper(n):
    try: await asyncio.sleep(10)
    finally: print("finally", n)
async def main():
    for n in range(2): asyncio.ensure_future(sleeper(n))
    await asyncio.sleep(0.01)
    print("main")
loop = asyncio.get_event_loop()
loop.run_until_complete(main())
