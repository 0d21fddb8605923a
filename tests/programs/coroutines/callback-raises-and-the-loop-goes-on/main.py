import asyncio
async def main():
    loop=asyncio.get_running_loop()
    def cb(x): raise ValueError(x)
    loop.call_soon(cb,5)
    await asyncio.sleep(0.01)
    print('on')
asyncio.run(main())
