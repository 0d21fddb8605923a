import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    for i in range(3):
        f.add_done_callback(lambda f, i=i: print("cb", i))
    async def w():
        await f
        print("waiter")
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    f.add_done_callback(lambda f: print("cb after the waiter"))
    f.set_result(None)
    loop.call_soon(print, "call_soon")
    await t
asyncio.run(main())
