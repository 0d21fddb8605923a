import asyncio


async def upload():
    print("connected")
    try:
        while True:
            print("sending")
            await asyncio.sleep(0.1)
    finally:
        print("closing the connection ...")
        await asyncio.sleep(0.05)
        print("closed")


async def main():
    task = asyncio.create_task(upload())
    await asyncio.sleep(0.25)
    task.cancel("user pressed stop")
    try:
        await task
    except asyncio.CancelledError as why:
        print("cancelled:", why)


asyncio.run(main())
