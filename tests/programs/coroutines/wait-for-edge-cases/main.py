import asyncio
async def slow(cleanup=0):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('cancelled, cleaning')
        await asyncio.sleep(cleanup)
        print('cleaned')
        raise
async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return 'stubborn result'
async def raising():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyError('on cancel')
async def main():
    loop = asyncio.get_running_loop()
    for c in (slow(.05), stubborn(), raising(), asyncio.sleep(0, 'quick')):
        t0 = loop.time()
        try:
            print('result', await asyncio.wait_for(c, .02))
        except Exception as e:
            print(type(e).__name__, e, type(e.__cause__), type(e.__context__))
        print(round(loop.time() - t0, 2))
    try:
        await asyncio.wait_for(slow(), 0)
    except asyncio.TimeoutError as e:
        print('zero', repr(e), repr(e.__cause__))
    try:
        await asyncio.wait_for(slow(), -1)
    except asyncio.TimeoutError as e:
        print('neg', repr(e))
    print(await asyncio.wait_for(asyncio.sleep(.01, 'none'), None))
    f = loop.create_future(); f.set_result(7)
    print(await asyncio.wait_for(f, 0))
    # outer cancel
    t = asyncio.create_task(asyncio.wait_for(slow(.01), 5))
    await asyncio.sleep(.01)
    t.cancel('from outside')
    try: await t
    except asyncio.CancelledError as e: print('outer', e.args)
    # nested
    try:
        await asyncio.wait_for(asyncio.wait_for(asyncio.sleep(1), .5), .01)
    except asyncio.TimeoutError as e:
        print('nested', repr(e))
    s = asyncio.create_task(asyncio.sleep(.05, 'shielded'))
    try:
        await asyncio.wait_for(asyncio.shield(s), .01)
    except TimeoutError:
        print('shield', s.done())
    print(await s)
asyncio.run(main())
