import asyncio
async def main():
    import concurrent.futures, threading, time
    cf = concurrent.futures.Future()
    threading.Thread(target=lambda: (time.sleep(0.02), cf.set_result("cf"))).start()
    f = asyncio.wrap_future(cf)
    print(type(f).__name__, f.done())
    print(await f)
    cf2 = concurrent.futures.Future()
    f2 = asyncio.wrap_future(cf2)
    f2.cancel()
    await asyncio.sleep(0)
    print(cf2.cancelled())
asyncio.run(main())
