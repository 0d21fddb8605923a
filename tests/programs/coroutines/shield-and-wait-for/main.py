import asyncio
async def work():
    await asyncio.sleep(.02); print('work done'); return 5
async def main():
    t=asyncio.create_task(work())
    try: await asyncio.wait_for(asyncio.shield(t),.01)
    except asyncio.TimeoutError: print('to')
    print(await t)
    s=asyncio.shield(work()); s.cancel()
    try: await s
    except asyncio.CancelledError: print('s cancelled')
    await asyncio.sleep(.05)
asyncio.run(main())
