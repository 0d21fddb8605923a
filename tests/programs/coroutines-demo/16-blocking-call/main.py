import asyncio
import time


async def heartbeat():
    for beat in range(4):
        print("beat", beat)
        await asyncio.sleep(0.1)


async def report():
    await asyncio.sleep(0.05)
    print("report begins")
    time.sleep(0.5)
    print("report ends")


async def main():
    await asyncio.gather(heartbeat(), report())


asyncio.run(main())
