import asyncio, signal, os
async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(0.1, os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait()
    print("stopped", loop.remove_signal_handler(signal.SIGTERM))
    loop.call_later(0.05, os.kill, os.getpid(), signal.SIGINT)
    try: await asyncio.sleep(3)
    finally: print("cleanup")
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
