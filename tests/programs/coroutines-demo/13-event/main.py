import asyncio


async def runner(name, gun):
    print(name, "ready")
    await gun.wait()
    print(name, "runs")


async def main():
    gun = asyncio.Event()
    race = [asyncio.create_task(runner(name, gun)) for name in ("Ann", "Bob", "Cid")]
    await asyncio.sleep(0.1)
    print("bang!")
    gun.set()
    await asyncio.gather(*race)


asyncio.run(main())
