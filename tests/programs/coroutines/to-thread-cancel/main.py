import asyncio
async def main():
    import time, threading
    done = threading.Event()
    def work():
        time.sleep(0.1)
        done.set()
        return "finished"
    t = asyncio.create_task(asyncio.to_thread(work))
    await asyncio.sleep(0.02)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("task cancelled, thread still runs:", not done.is_set())
    await asyncio.to_thread(done.wait)
    print("thread finished", done.is_set())
asyncio.run(main())
