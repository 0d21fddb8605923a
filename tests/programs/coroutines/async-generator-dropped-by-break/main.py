import asyncio
async def g():
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(0)
    finally:
        print('closing')
        await asyncio.sleep(0)
        print('closed')
async def main():
    async for x in g():
        print(x)
        if x==2: break
    print('after')
    a=g()
    print(await anext(a), await a.asend(None))
    await a.aclose()
    try: await anext(a)
    except StopAsyncIteration: print('stop')
    print(await anext(a,'default'))
asyncio.run(main())
