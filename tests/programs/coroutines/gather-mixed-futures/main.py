import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(0.01, f.set_result, "future")
    print(await asyncio.gather(f, asyncio.sleep(0.02, "coro"), asyncio.create_task(asyncio.sleep(0, "task"))))
    async def boom():
        raise SystemError("x")
    r = await asyncio.gather(boom(), boom(), return_exceptions=True)
    print([type(e).__name__ for e in r])
asyncio.run(main())
