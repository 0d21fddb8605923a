import asyncio
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    loop.set_debug(True)
    print(loop.get_debug(), loop.slow_callback_duration)
    async def c(): pass
    for bad in (5, c):
        try:
            loop.call_soon(bad)
        except TypeError as e:
            print(str(e).split("<")[0].split(", got")[0])
    import threading
    def other():
        try:
            loop.call_soon(print)
        except RuntimeError as e:
            print(e)
    t = threading.Thread(target=other); t.start(); t.join()
    loop.set_debug(False)
asyncio.run(main())
