import asyncio,contextlib
@contextlib.asynccontextmanager
async def res(n):
    print('open',n)
    try: yield n
    except ValueError as e: print('saw',n,e); raise
    finally: print('close',n)
async def cb(*a): print('cb',a)
async def main():
    async with contextlib.AsyncExitStack() as st:
        for i in range(3): await st.enter_async_context(res(i))
        st.push_async_callback(cb,1,2)
        st.callback(print,'sync')
    try:
        async with contextlib.AsyncExitStack() as st:
            await st.enter_async_context(res('x'))
            raise ValueError('inner')
    except ValueError as e: print('out',e)
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(res('y'))
        st2=st.pop_all()
    print('not closed')
    await st2.aclose()
asyncio.run(main())
