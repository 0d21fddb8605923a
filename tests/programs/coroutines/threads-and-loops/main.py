import asyncio, threading, concurrent.futures, time
async def add(a, b):
    await asyncio.sleep(.01)
    return a + b
async def bad(): raise LookupError('no')
async def forever(): 
    try: await asyncio.sleep(100)
    except asyncio.CancelledError: print('forever cancelled'); raise
def worker(loop, out):
    f = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    out.append(f.result(1))
    out.append(type(f).__module__)
    try: asyncio.run_coroutine_threadsafe(bad(), loop).result()
    except LookupError as e: out.append(repr(e))
    f = asyncio.run_coroutine_threadsafe(forever(), loop)
    try: f.result(timeout=.05)
    except concurrent.futures.TimeoutError: out.append('timeout')
    out.append(f.cancel())
    try: f.result()
    except concurrent.futures.CancelledError: out.append('cancelled')
    try: asyncio.run_coroutine_threadsafe(42, loop)
    except TypeError as e: out.append(str(e))
    ev = threading.Event()
    loop.call_soon_threadsafe(ev.set)
    out.append(ev.wait(1))
async def main():
    out = []
    t = threading.Thread(target=worker, args=(asyncio.get_running_loop(), out))
    t.start()
    while t.is_alive(): await asyncio.sleep(.01)
    for o in out: print(o)
    # loop in a thread
    loop = asyncio.new_event_loop()
    th = threading.Thread(target=loop.run_forever, name='bg'); th.start()
    r = await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(add(3, 4), loop))
    print(r)
    async def where(): return threading.current_thread().name
    print(await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(where(), loop)))
    loop.call_soon_threadsafe(loop.stop); th.join()
    print(loop.is_running(), loop.is_closed()); loop.close(); print(loop.is_closed())
    try: asyncio.run_coroutine_threadsafe(add(1, 1), loop)
    except RuntimeError as e: print(e)
    # to_thread parallel sleeps
    t0 = time.perf_counter()
    await asyncio.gather(*(asyncio.to_thread(time.sleep, .05) for _ in range(4)))
    print(round(time.perf_counter() - t0, 2) < .15)
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix='pool') as ex:
        print(await loop.run_in_executor(ex, lambda: threading.current_thread().name))
        try: await loop.run_in_executor(ex, int, 'x')
        except ValueError as e: print(e)
        fs = [loop.run_in_executor(ex, pow, 2, i) for i in range(5)]
        print(await asyncio.gather(*fs))
    try: await loop.run_in_executor(ex, print)
    except RuntimeError as e: print(e)
asyncio.run(main())
