import asyncio
async def main():
    loop = asyncio.get_running_loop()
    t0 = loop.time()
    async with asyncio.timeout_at(t0 + .05) as cm:
        print(cm.expired(), round(cm.when() - t0, 3))
        cm.reschedule(t0 + .2)
        await asyncio.sleep(.1)
        cm.reschedule(None)
        print(cm.when(), repr(cm))
        await asyncio.sleep(.15)
    print(cm.expired(), repr(cm), round(loop.time() - t0, 2))
    try:
        async with asyncio.timeout(.01) as cm:
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError as e:
                print('inside', e.args, repr(cm))
                raise
    except TimeoutError as e:
        print('TimeoutError', e, repr(e.__cause__), cm.expired(), repr(cm))
    try:
        async with asyncio.timeout(.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError('other')
    except ValueError as e:
        print('other', asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(.01) as outer:
            try:
                async with asyncio.timeout(.02) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print('inner? no')
    except TimeoutError:
        print(outer.expired(), inner.expired())
    try:
        async with asyncio.timeout(-1) as c:
            print('runs until first await')
            await asyncio.sleep(0)
            print('no')
    except TimeoutError:
        print('negative', c.expired())
    try:
        cm.reschedule(1)
    except RuntimeError as e:
        print(e)
    c = asyncio.timeout(1)
    try: c.reschedule(2)
    except RuntimeError as e: print(e)
    try:
        async with c:
            async with c: pass
    except RuntimeError as e:
        print(e)
    # swallowing the cancellation in the block
    async with asyncio.timeout(.01) as cm:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            pass
    print('swallowed', cm.expired(), asyncio.current_task().cancelling())
    async with asyncio.timeout(0) as cm:
        pass
    print(cm.expired())
asyncio.run(main())
async def f():
    async with asyncio.timeout(1): pass
c = f()
try: c.send(None)
except RuntimeError as e: print(e)
