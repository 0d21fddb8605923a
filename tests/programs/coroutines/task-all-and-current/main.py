import asyncio
async def w(e):
    await e.wait()
async def main():
    e = asyncio.Event()
    ts = [asyncio.create_task(w(e), name=f"w{i}") for i in range(3)]
    await asyncio.sleep(0)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    print(asyncio.current_task() in asyncio.all_tasks())
    e.set()
    await asyncio.gather(*ts)
    print([t.get_name() for t in asyncio.all_tasks()])
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in callback:", asyncio.current_task()))
    await asyncio.sleep(0)
asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
