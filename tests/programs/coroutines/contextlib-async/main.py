import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, nullcontext
@asynccontextmanager
async def res(n):
    print("open", n)
    await asyncio.sleep(0)
    try:
        yield n
    except ValueError as e:
        print("saw", e)
    finally:
        await asyncio.sleep(0)
        print("close", n)
async def gen():
    try:
        for i in range(5):
            yield i
    finally:
        print("gen closed")
async def main():
    async with res("a") as a:
        print("using", a)
    async with res("b"):
        raise ValueError("v")
    async with AsyncExitStack() as st:
        for n in "xyz":
            print(await st.enter_async_context(res(n)))
        st.callback(print, "callback")
        async def later():
            print("async callback")
        st.push_async_callback(later)
    async with aclosing(gen()) as g:
        async for i in g:
            if i == 2:
                break
            print(i)
    print("after")
    async with nullcontext(5) as n:
        print(n)
    try:
        async with res("c"):
            raise KeyError("k")
    except KeyError as e:
        print("KeyError", e)
asyncio.run(main())
