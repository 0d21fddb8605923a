import asyncio
async def bad(): raise ValueError("inner")
async def bad2():
    await asyncio.sleep(0.01)
    raise TypeError("late")
async def run():
    try:
        raise KeyError(3)
    except Exception:
        await bad()
async def run2():
    try:
        raise KeyError(4)
    except Exception:
        await asyncio.sleep(0.01)
        await bad2()
async def run3():
    try:
        raise KeyError(5)
    except Exception:
        await asyncio.create_task(bad2())
async def main():
    for f in run, run2, run3:
        try: await f()
        except Exception as e: print(repr(e), repr(e.__context__))
        try: await asyncio.create_task(f())
        except Exception as e: print(repr(e), repr(e.__context__))
asyncio.run(main())
