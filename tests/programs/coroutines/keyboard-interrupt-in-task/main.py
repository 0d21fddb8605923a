import asyncio
async def bad():
    await asyncio.sleep(0)
    raise KeyboardInterrupt
async def m():
    t = asyncio.create_task(bad())
    try:
        await asyncio.sleep(1)
    finally:
        print("main finally")
try:
    asyncio.run(m())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
async def leave():
    raise SystemExit(3)
try:
    asyncio.run(leave())
except SystemExit as e:
    print("SystemExit", e.code)
async def main():
    pass
asyncio.run(main())
