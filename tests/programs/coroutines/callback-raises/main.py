import asyncio
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler", repr(c["exception"])))
    f = loop.create_future()
    f.add_done_callback(lambda f: 1 / 0)
    f.add_done_callback(lambda f: print("still called"))
    f.set_result(1)
    await asyncio.sleep(0)
    print(await f)
asyncio.run(main())
