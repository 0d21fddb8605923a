import asyncio
async def inner():
    try:
        await asyncio.sleep(10)
    finally:
        print("inner finally")
        await asyncio.sleep(0)
        print("inner finally ends")
async def outer():
    try:
        await inner()
    except asyncio.CancelledError:
        print("outer except")
        raise
    finally:
        print("outer finally")
async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("main")
asyncio.run(main())
