import asyncio, threading, time
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    def worker():
        time.sleep(0.05)
        loop.call_soon_threadsafe(f.set_result, "from a thread")
    threading.Thread(target=worker).start()
    print(await f)
    q = asyncio.Queue()
    def feed():
        for i in range(3):
            time.sleep(0.02)
            loop.call_soon_threadsafe(q.put_nowait, i)
    threading.Thread(target=feed).start()
    for _ in range(3):
        print(await q.get())
asyncio.run(main())
