import asyncio
import threading
import time


def sensor(loop, queue):
    for value in (18, 19, 21):
        time.sleep(0.1)
        loop.call_soon_threadsafe(queue.put_nowait, value)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    threading.Thread(target=sensor, args=(loop, queue), name="sensor").start()
    while (value := await queue.get()) is not None:
        print("measured", value)


asyncio.run(main())
