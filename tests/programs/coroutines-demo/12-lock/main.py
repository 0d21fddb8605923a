import asyncio


async def use_printer(name, lock):
    async with lock:
        print(name, "prints ...")
        await asyncio.sleep(0.1)
        print(name, "is done")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(use_printer(name, lock) for name in ("Ann", "Bob", "Cid")))


asyncio.run(main())
