import asyncio
from contextlib import AsyncExitStack
class R:
    def __init__(self, n, fail=False):
        self.n, self.fail = n, fail
    async def __aenter__(self):
        if self.fail:
            raise RuntimeError(f"cannot open {self.n}")
        print("enter", self.n)
        return self
    async def __aexit__(self, *d):
        print("exit", self.n, d[0] and d[0].__name__)
async def main():
    try:
        async with AsyncExitStack() as s:
            await s.enter_async_context(R(1))
            await s.enter_async_context(R(2))
            await s.enter_async_context(R(3, True))
    except RuntimeError as e:
        print(e)
    s = AsyncExitStack()
    async with s:
        await s.enter_async_context(R(4))
        kept = s.pop_all()
    print("kept open")
    await kept.aclose()
asyncio.run(main())
