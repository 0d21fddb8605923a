import asyncio
async def g():
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0.01)
    except BaseException as e:
        print("got", repr(e))
        await asyncio.sleep(0.01)
        print("except end")
        raise
    finally:
        print("finally start")
        await asyncio.sleep(0.01)
        print("finally end")
async def main():
    a = g()
    print(await anext(a))
    b = g()
    print(await anext(b))
    print("main ends")
asyncio.run(main())
