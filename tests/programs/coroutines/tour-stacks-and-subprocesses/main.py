import asyncio, signal
from contextlib import AsyncExitStack, asynccontextmanager
@asynccontextmanager
async def res(n):
    print("open", n)
    try:
        yield n
    except ValueError as e:
        print("saw", n, e); raise
    finally:
        await asyncio.sleep(0)
        print("close", n)
async def main():
    try:
        async with AsyncExitStack() as st:
            a = await st.enter_async_context(res("a"))
            b = await st.enter_async_context(res("b"))
            st.push_async_callback(asyncio.sleep, 0)
            st.callback(print, "cb")
            raise ValueError("inside")
    except ValueError as e:
        print("out", e)
    async with res("c") as c, res("d") as d:
        print(c, d)
    t = asyncio.create_task(asyncio.sleep(10))
    async def canc():
        await asyncio.sleep(0.1)
        t.cancel()
    asyncio.create_task(canc())
    try:
        async with asyncio.timeout(1):
            await t
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().cancelling())
    p = await asyncio.create_subprocess_exec("python3", "-c", "import sys; print(sys.stdin.read().upper()); sys.exit(3)", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    out, err = await p.communicate(b"hi")
    print(out, err, p.returncode)
    p = await asyncio.create_subprocess_shell("echo one; echo two >&2; exit 4", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print(await p.communicate(), await p.wait())
    p = await asyncio.create_subprocess_exec("sleep", "10")
    p.terminate()
    print(await p.wait() == -signal.SIGTERM)
    try:
        await asyncio.create_subprocess_exec("no-such-prog")
    except FileNotFoundError as e: print(e)
asyncio.run(main())
