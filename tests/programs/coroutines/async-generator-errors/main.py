import asyncio
async def main():
    async def g():
        yield 1
        raise ValueError("in generator")
    try:
        async for x in g():
            print(x)
    except ValueError as e:
        print(e)
    async def stop():
        raise StopAsyncIteration
        yield
    try:
        async for x in stop(): pass
    except RuntimeError as e:
        print(e)
    async def ret():
        yield 1
        return
    print([x async for x in ret()])
    a = ret()
    await a.asend(None)
    try:
        await a.asend(None)
    except StopAsyncIteration:
        print("end")
    n = ret()
    async def slow():
        await asyncio.sleep(0.01)
        yield 1
    s = slow()
    t = asyncio.create_task(s.__anext__())
    await asyncio.sleep(0)
    try:
        await s.__anext__()
    except RuntimeError as e:
        print(e)
    print(await t)
asyncio.run(main())


async def told():
    got = yield 'first'
    yield got


async def send_by_hand():
    agen = told()
    late = agen.asend(5)
    try:
        await late
    except TypeError as problem:
        print('asend:', problem)
    try:
        agen.__anext__().send(100)
    except TypeError as problem:
        print('send:', problem)
    agen = told()
    for value in (None, 'sent to __anext__'):
        try:
            agen.__anext__().send(value)
        except StopIteration as stop:
            print(stop.value)


asyncio.run(send_by_hand())
