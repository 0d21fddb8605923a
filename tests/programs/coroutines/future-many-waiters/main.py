import asyncio
async def waiter(f, n):
    print("wait", n)
    print("got", n, await f)
async def main():
    f = asyncio.get_running_loop().create_future()
    ts = [asyncio.create_task(waiter(f, i)) for i in range(4)]
    await asyncio.sleep(0)
    f.add_done_callback(lambda f: print("callback", f.result()))
    f.set_result("v")
    print("set")
    await asyncio.gather(*ts)
asyncio.run(main())
