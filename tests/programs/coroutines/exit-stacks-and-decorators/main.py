import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, nullcontext
@asynccontextmanager
async def res(n, fail=False, swallow=False):
    print('open', n)
    await asyncio.sleep(0)
    try:
        yield n
    except Exception as e:
        print(n, 'saw', repr(e))
        if not swallow: raise
    finally:
        print('close', n)
        if fail: raise RuntimeError(f'closing {n}')
@contextmanager
def sync(n):
    print('enter', n)
    yield n
    print('exit', n)
async def main():
    async with AsyncExitStack() as st:
        names = [await st.enter_async_context(res(n)) for n in 'abc']
        st.enter_context(sync('s'))
        async def cb(x, *, k): print('async callback', x, k)
        st.push_async_callback(cb, 1, k=2)
        st.callback(print, 'sync callback')
        print(names)
    try:
        async with AsyncExitStack() as st:
            await st.enter_async_context(res('x', fail=True))
            await st.enter_async_context(res('y'))
            raise ValueError('body')
    except RuntimeError as e:
        print('RE', e, repr(e.__context__))
    async with AsyncExitStack() as st:
        await st.enter_async_context(res('sw', swallow=True))
        raise KeyError('gone')
    print('swallowed')
    st = AsyncExitStack()
    await st.enter_async_context(res('kept'))
    kept = st.pop_all()
    await st.aclose()
    print('moved')
    await kept.aclose()
    async def ex(t, v, tb):
        print('exit with', t, v); return True
    async with AsyncExitStack() as st:
        st.push_async_exit(ex)
        raise OSError('os')
    try:
        async with AsyncExitStack() as st:
            st.enter_async_context(3)
    except Exception as e: print(type(e).__name__, e)
    try:
        async with AsyncExitStack() as st:
            await st.enter_async_context(3)
    except Exception as e: print(type(e).__name__, e)
    try:
        async with sync('q'): pass
    except Exception as e: print(type(e).__name__, e)
    try:
        with res('q'): pass
    except Exception as e: print(type(e).__name__, e)
    @res('deco')
    async def f(): print('in f'); return 4
    print(await f(), await f())
    async with nullcontext(5) as n: print(n)
    @asynccontextmanager
    async def twice():
        yield 1
        yield 2
    try:
        async with twice(): pass
    except RuntimeError as e: print(e)
    @asynccontextmanager
    async def none():
        if 0: yield
    try:
        async with none(): pass
    except RuntimeError as e: print(e)
    try:
        async with asyncio.timeout(.01):
            async with res('t'):
                await asyncio.sleep(1)
    except TimeoutError: print('timeout')
asyncio.run(main())
