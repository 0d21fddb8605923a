import asyncio

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("inner", e.args, repr(e))
        raise

async def outer(t):
    try:
        await t
    except asyncio.CancelledError as e:
        print("outer", e.args)
        raise

async def main():
    t = asyncio.create_task(inner(), name="in")
    o = asyncio.create_task(outer(t), name="out")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(o.cancel("stop now"), o.cancelling(), t.cancelling())
    try:
        await o
    except asyncio.CancelledError as e:
        print("main", e.args, type(e.__context__))
    print(t.cancelled(), o.cancelled(), o.cancelling(), t.cancelling())
    # cancel with msg but task swallows
    async def swallow():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as e:
            print('swallowed', e)
        print(asyncio.current_task().cancelling())
        print('uncancel', asyncio.current_task().uncancel())
        await asyncio.sleep(0)
        return 'fine'
    s = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    s.cancel(msg=('tuple', 1))
    s.cancel('second')
    print(await s, s.cancelled(), s.cancelling())
    # cancel before start
    async def never():
        print('never printed')
    n = asyncio.create_task(never())
    n.cancel('early')
    try:
        await n
    except asyncio.CancelledError as e:
        print('early?', e.args)
    try:
        n.result()
    except asyncio.CancelledError as e:
        print('again', e.args)
    try:
        n.exception()
    except asyncio.CancelledError as e:
        print('exc', e.args)
    print(n.cancel('late'))
    f = asyncio.get_running_loop().create_future()
    f.cancel('fut msg')
    for i in range(2):
        try:
            f.result()
        except asyncio.CancelledError as e:
            print('future', e.args)
    # gather cancel message
    g = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    await asyncio.sleep(0)
    g.cancel('gather msg')
    try:
        await g
    except asyncio.CancelledError as e:
        print('gather', e.args)

asyncio.run(main())
