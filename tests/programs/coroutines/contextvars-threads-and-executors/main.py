import asyncio, contextvars, threading
v = contextvars.ContextVar("v", default="default")
async def main():
    v.set("main")
    print(await asyncio.to_thread(v.get))
    print(await asyncio.get_running_loop().run_in_executor(None, v.get))
    t = threading.Thread(target=lambda: print("thread", v.get()))
    t.start(); t.join()
asyncio.run(main())
