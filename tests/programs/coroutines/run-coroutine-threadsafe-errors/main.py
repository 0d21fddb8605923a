import asyncio,threading
async def add(a,b):
    await asyncio.sleep(.01); return a+b
async def bad(): raise LookupError('no')
loop=asyncio.new_event_loop()
th=threading.Thread(target=loop.run_forever); th.start()
f=asyncio.run_coroutine_threadsafe(add(1,2),loop); print(f.result(1))
f=asyncio.run_coroutine_threadsafe(bad(),loop)
try: f.result()
except LookupError as e: print('LE',e)
f=asyncio.run_coroutine_threadsafe(asyncio.sleep(10),loop)
try: f.result(timeout=.05)
except TimeoutError: print('TO'); f.cancel()
print(f.cancelled())
loop.call_soon_threadsafe(loop.stop); th.join(); loop.close(); print(loop)
