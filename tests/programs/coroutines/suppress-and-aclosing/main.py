import asyncio,contextlib
async def main():
    with contextlib.suppress(asyncio.TimeoutError):
        async with asyncio.timeout(.01): await asyncio.sleep(1)
    print('ok')
    t=asyncio.create_task(asyncio.sleep(1)); t.cancel()
    with contextlib.suppress(asyncio.CancelledError): await t
    async with contextlib.nullcontext(5) as x: print(x)
    @contextlib.asynccontextmanager
    async def cm():
        try: yield 1
        finally: print('cm fin')
    @cm()
    async def deco(): print('in deco')
    await deco()
    async with contextlib.aclosing(gen()) as g:
        async for v in g: print(v); break
    print('end')
async def gen():
    try: yield 1; yield 2
    finally: print('gen fin')
asyncio.run(main())
