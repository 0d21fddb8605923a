import asyncio, sys, threading
class Counter:
    def __init__(self, n): self.n = n
    def __aiter__(self): self.i = 0; return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0)
        return self.i
class CM:
    async def __aenter__(self): print("enter"); return self
    async def __aexit__(self, t, v, tb): print("exit", t and t.__name__); return t is ValueError
class Lazy:
    def __await__(self):
        yield from asyncio.sleep(0.01).__await__()
        return "lazy"
async def main():
    async for x in Counter(3): print(x)
    else: print("else")
    print([x async for x in Counter(3)], {x: 1 async for x in Counter(2)}, {x async for x in Counter(2)}, sum([x async for x in Counter(4) if x % 2]))
    print([await Lazy() for _ in range(2)])
    gen = (x * 2 async for x in Counter(3))
    print(type(gen).__name__, await anext(gen))
    await gen.aclose()
    async with CM() as c: raise ValueError
    try:
        async with CM() as c: raise KeyError("k")
    except KeyError as e: print("got", e)
    async with CM(), CM(): pass
    print(await Lazy(), await asyncio.wait_for(Lazy(), 1), await asyncio.gather(Lazy(), Lazy()))
    print(aiter(Counter(1)).__class__.__name__)
    try: [x for x in Counter(3)]
    except TypeError as e: print(e)
    try:
        async for x in 3: pass
    except TypeError as e: print(e)
    try:
        with CM(): pass
    except TypeError as e: print(e)
    class BadIter:
        def __aiter__(self): return 5
    try:
        async for x in BadIter(): pass
    except TypeError as e: print(e)
    class BadNext:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for x in BadNext(): pass
    except TypeError as e: print(e)
    class BadExit:
        async def __aenter__(self): pass
    try:
        async with BadExit(): pass
    except TypeError as e: print(e)
    class SyncExit:
        def __aenter__(self): return 5
        async def __aexit__(self, *a): pass
    try:
        async with SyncExit(): pass
    except TypeError as e: print(e)
    async def gen_ret():
        yield 1
        raise StopAsyncIteration
    try:
        async for x in gen_ret(): print(x)
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def co_stop(): raise StopIteration(3)
    try: await co_stop()
    except RuntimeError as e: print(e)
asyncio.run(main())
