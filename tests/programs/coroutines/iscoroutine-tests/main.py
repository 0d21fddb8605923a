import asyncio
async def main():
    import functools
    async def c(): pass
    async def ag(): yield
    def g(): yield
    def f(): pass
    x = c(); y = g()
    print(asyncio.iscoroutine(x), asyncio.iscoroutine(y), asyncio.iscoroutine(ag()), asyncio.iscoroutine(5))
    x.close()
    print(asyncio.iscoroutinefunction(c), asyncio.iscoroutinefunction(f), asyncio.iscoroutinefunction(ag), asyncio.iscoroutinefunction(functools.partial(c)))
    class K:
        async def m(self): pass
    print(asyncio.iscoroutinefunction(K().m), asyncio.iscoroutinefunction(K.m), asyncio.isfuture(None))
asyncio.run(main())
