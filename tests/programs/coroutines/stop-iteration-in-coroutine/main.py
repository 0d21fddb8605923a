import asyncio
async def f(): raise StopIteration('s')
async def main():
    try: await f()
    except RuntimeError as e: print(e, repr(e.__cause__))
    t=asyncio.create_task(f())
    try: await t
    except RuntimeError as e: print(e)
asyncio.run(main())
