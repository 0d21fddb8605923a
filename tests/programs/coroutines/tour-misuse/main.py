import asyncio
def gen_task(n):
    for i in range(n):
        print("g", n, i)
        yield
class Loop:
    def __init__(self): self.ready=[]
    def add(self, g): self.ready.append(g)
    def run(self):
        while self.ready:
            g = self.ready.pop(0)
            try:
                g.send(None)
            except StopIteration: continue
            self.ready.append(g)
l = Loop(); l.add(gen_task(2)); l.add(gen_task(3)); l.run()
async def c(): return 1
try:
    asyncio.get_running_loop()
except RuntimeError as e: print(e)
co = c()
try: co.send(None)
except StopIteration as e: print(e.value)
try: co.send(None)
except RuntimeError as e: print(e)
co = c()
try: co.send(1)
except TypeError as e: print(e)
co.close()
try: asyncio.run(c)
except ValueError as e: print(str(e)[:40])
try: asyncio.run(main=5)
except ValueError as e: print(str(e)[:40])
loop = asyncio.new_event_loop()
print(loop.run_until_complete(c()))
try: loop.run_forever.__self__.close(); loop.run_until_complete(c2:=c())
except RuntimeError as e: print(e); c2.close()
def f():
    yield 1
async def x():
    try: await f()
    except TypeError as e: print(e)
    async with asyncio.Lock() as v: print(v)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        async for i in [1]: pass
    except TypeError as e: print(e)
    class Aw:
        def __await__(self): return 5
    try: await Aw()
    except TypeError as e: print(e)
    class Y:
        def __await__(self): yield 5
    try: await Y()
    except RuntimeError as e: print(e)
    t = asyncio.current_task()
    async def self_wait(): await asyncio.current_task()
    try: await asyncio.create_task(self_wait())
    except RuntimeError as e: print(str(e)[:30])
asyncio.run(x())
async def z():
    loop = asyncio.get_running_loop()
    loop.stop()
    await asyncio.sleep(1)
asyncio.run(z())
