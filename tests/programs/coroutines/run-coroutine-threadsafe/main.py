import asyncio, threading, concurrent.futures
def start(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.close()
async def add(a, b):
    await asyncio.sleep(0.02)
    return a + b
async def bad():
    raise ValueError("in loop")
loop = asyncio.new_event_loop()
th = threading.Thread(target=start, args=(loop,))
th.start()
f = asyncio.run_coroutine_threadsafe(add(2, 3), loop)
print(type(f).__module__, f.result())
try:
    asyncio.run_coroutine_threadsafe(bad(), loop).result()
except ValueError as e:
    print(e)
f = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
try:
    f.result(timeout=0.05)
except concurrent.futures.TimeoutError:
    print("timeout", f.cancel())
loop.call_soon_threadsafe(print, "called in the loop's thread")
loop.call_soon_threadsafe(loop.stop)
th.join()
print(loop.is_running(), loop.is_closed())
try:
    asyncio.run_coroutine_threadsafe(5, loop)
except TypeError as e:
    print(e)
