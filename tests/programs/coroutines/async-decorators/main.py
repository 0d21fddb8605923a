import asyncio
import functools
def retry(times):
    def deco(f):
        @functools.wraps(f)
        async def inner(*a):
            for attempt in range(times):
                try:
                    return await f(*a)
                except OSError as e:
                    print("attempt", attempt, "failed")
                    last = e
                    await asyncio.sleep(0)
            raise last
        return inner
    return deco
@retry(2)
async def slow_add(a, b):
    await asyncio.sleep(0)
    return a + b
@retry(3)
async def flaky():
    raise OSError("down")
async def main():
    print(await slow_add(2, 3), slow_add.__name__)
    try:
        await flaky()
    except OSError as e:
        print("gave up:", e)
asyncio.run(main())
