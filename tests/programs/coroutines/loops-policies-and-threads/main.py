import asyncio, threading
def run_loop(n, out):
    async def m():
        await asyncio.sleep(0.01 * n)
        out.append((n, threading.current_thread().name))
        return n
    print("ret", asyncio.run(m())) if n == 3 else asyncio.run(m())
out = []
ts = [threading.Thread(target=run_loop, args=(i, out), name=f"T{i}") for i in (3, 1, 2)]
for t in ts: t.start()
for t in ts: t.join()
print(out)
loop = asyncio.new_event_loop()
th = threading.Thread(target=loop.run_forever, daemon=True); th.start()
async def add(a, b): await asyncio.sleep(0.01); return a + b
print(asyncio.run_coroutine_threadsafe(add(1, 2), loop).result())
fs = [asyncio.run_coroutine_threadsafe(add(i, i), loop) for i in range(3)]
print([f.result() for f in fs])
loop.call_soon_threadsafe(loop.stop); th.join(); print(loop.is_running(), th.is_alive()); loop.close()
try: loop.call_soon(print)
except RuntimeError as e: print(e)
try: asyncio.get_event_loop_policy().get_event_loop(); print("got loop")
except RuntimeError as e: print(e)
def in_thread():
    try: asyncio.get_event_loop()
    except RuntimeError as e: print(e)
t = threading.Thread(target=in_thread, name="X"); t.start(); t.join()
async def co(): pass
try: asyncio.ensure_future(co())
except RuntimeError as e: print(e)
