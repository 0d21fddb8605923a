import asyncio
async def inner():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print('inner',e.args)
        await asyncio.sleep(0.01)
        raise
async def main():
    t=asyncio.create_task(inner())
    await asyncio.sleep(0)
    print(t.cancel('why'),t.cancelling(),t.cancelled(),t.done())
    print(t.cancel('again'),t.cancelling())
    try: await t
    except asyncio.CancelledError as e: print('main',e.args, t.cancelled())
    print(t.cancel(), t.uncancel(), t.cancelling())
    try: t.result()
    except asyncio.CancelledError as e: print(e.args)
    try: t.exception()
    except asyncio.CancelledError as e: print(e.args)
    print(t.done())
    t2=asyncio.create_task(inner()); t2.cancel()
    await asyncio.wait([t2]); print(t2.cancelled())
asyncio.run(main())
