import asyncio, types
class Aw:
    def __init__(self, n): self.n = n
    def __await__(self):
        for i in range(self.n):
            print('aw yield', i)
            yield
        return self.n
class Bad:
    def __await__(self): return 3
class Bad2:
    def __await__(self): yield 'junk'
@types.coroutine
def old():
    yield
    return 'old style'
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
class MyTask(asyncio.Task):
    def cancel(self, msg=None):
        print('my cancel', msg); return super().cancel(msg)
async def main():
    print(await Aw(2))
    for b in (Bad(), Bad2(), 3, None, [1]):
        try: print(await b)
        except (TypeError, RuntimeError) as e: print(type(e).__name__, e)
    print(await old(), await asyncio.ensure_future(Aw(1)), await asyncio.gather(Aw(1), old()))
    print([x async for x in AIter(3)], {x: y async for x in AIter(2) for y in 'ab'}, sum([x async for x in AIter(4) if x % 2]))
    print(list(zip([1, 2], [await asyncio.sleep(0, i) for i in range(2)])))
    g = (x * 2 async for x in AIter(3)); print(type(g).__name__, [y async for y in g])
    try:
        async for x in [1, 2]: pass
    except TypeError as e: print(e)
    try:
        for x in AIter(1): pass
    except TypeError as e: print(e)
    t = MyTask(asyncio.sleep(1)); await asyncio.sleep(0); t.cancel('m')
    try: await t
    except asyncio.CancelledError as e: print(e.args)
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda l, c, **k: MyTask(c, loop=l, **k))
    t = asyncio.create_task(asyncio.sleep(0, 5), name='mine'); print(type(t).__name__, await t, t.get_name())
    loop.set_task_factory(None)
    c = main2()
    await c
    try: await c
    except RuntimeError as e: print(e)
    async def self_await():
        await asyncio.current_task()
    try: await asyncio.create_task(self_await(), name='selfish')
    except RuntimeError as e: print(str(e).split('Task')[0], 'itself' in str(e))
    f = asyncio.Future(); 
    try: f.result()
    except asyncio.InvalidStateError as e: print(e)
    f.set_result(1)
    try: f.set_result(2)
    except asyncio.InvalidStateError as e: print(e)
    f = asyncio.Future()
    try: f.set_exception(StopIteration())
    except TypeError as e: print(e)
    try: f.set_exception(3)
    except TypeError as e: print(e)
    f.cancel()
    async def ret():
        return 1
    print(asyncio.iscoroutine(c), asyncio.iscoroutinefunction(main2), asyncio.isfuture(f))
    try:
        async def si(): raise StopIteration(3)
        await si()
    except RuntimeError as e: print(e, repr(e.__cause__))
async def main2(): print('main2')
asyncio.run(main())
