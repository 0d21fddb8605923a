import asyncio, contextlib
async def ticker(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    except GeneratorExit:
        print('GeneratorExit in ticker')
        raise
    finally:
        print('ticker finally', asyncio.current_task().get_name() if asyncio.current_task() else None)
        await asyncio.sleep(0)
        print('ticker closed')
async def main():
    async for x in ticker(5):
        print(x)
        if x == 1: break
    print('after break')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('--- aclosing')
    async with contextlib.aclosing(ticker(5)) as t:
        async for x in t:
            print(x)
            break
    print('--- explicit')
    t = ticker(2)
    print(await t.__anext__(), await anext(t), await anext(t, 'dflt'))
    try: await anext(t)
    except StopAsyncIteration: print('stop')
    t = ticker(3)
    await t.asend(None)
    try:
        await t.athrow(ValueError('thrown'))
    except ValueError as e: print('VE', e)
    await t.aclose()
    t = ticker(1)
    await anext(t)
    a = t.__anext__()
    try:
        b = asyncio.create_task(t.aclose())
    except TypeError as e: print(e)
    await a if False else None
    print(t.ag_running, t.ag_frame is not None, t.ag_await)
    keep.append(ticker(4))
    await anext(keep[0])
    print('main ends')
keep = []
try:
    asyncio.run(main())
except BaseException as e: print(type(e), e)
print(keep[0].ag_frame)
