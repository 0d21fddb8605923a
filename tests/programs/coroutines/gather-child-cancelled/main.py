import asyncio
async def main():
    async def w():
        await asyncio.sleep(10)
    t = asyncio.create_task(w())
    asyncio.get_running_loop().call_later(0.01, t.cancel, "msg")
    try:
        await asyncio.gather(t, asyncio.sleep(0.05))
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
asyncio.run(main())
