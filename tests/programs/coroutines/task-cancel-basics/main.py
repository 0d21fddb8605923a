import asyncio
async def w():
    print("w starts")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("w cancelled")
        raise
    finally:
        print("w finally")
async def main():
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    print(t.cancel(), t.cancelled(), t.cancelling())
    print(t.cancel(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError:
        print("awaited", t.cancelled())
    print(t.cancel(), t.cancelling())
    never = asyncio.create_task(w())
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print("cancelled before its first step")
    done = asyncio.create_task(asyncio.sleep(0, "v"))
    await done
    print(done.cancel(), done.result())
asyncio.run(main())
