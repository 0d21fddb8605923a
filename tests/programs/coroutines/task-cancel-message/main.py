import asyncio
async def w():
    await asyncio.sleep(10)
async def main():
    for msg in ("why", 7, None):
        t = asyncio.create_task(w())
        await asyncio.sleep(0)
        t.cancel(msg)
        try:
            await t
        except asyncio.CancelledError as e:
            print(e.args)
    f = asyncio.get_running_loop().create_future()
    f.cancel(msg="future")
    try:
        await f
    except asyncio.CancelledError as e:
        print(e.args)
    t = asyncio.create_task(w())
    t.cancel("early")
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args)
asyncio.run(main())
