import asyncio
async def val(x):
    await asyncio.sleep(0)
    return x
async def bad(x):
    await asyncio.sleep(0)
    raise KeyError(x)
async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(val(1)))
    print(await asyncio.gather(val(1), val(2), val(3)))
    t = asyncio.create_task(val(9))
    print(await asyncio.gather(t, t, val(1)))
    r = await asyncio.gather(val(1), bad("k"), val(3), return_exceptions=True)
    print(r)
    try:
        await asyncio.gather(val(1), bad("first"), bad("second"))
    except KeyError as e:
        print("KeyError", e)
    g = asyncio.gather(val(1), val(2))
    print(type(g).__name__, g.done())
    print(await g, g.done(), g.result())
    print(await asyncio.gather(*(val(i) for i in range(5))))
    nested = await asyncio.gather(asyncio.gather(val(1), val(2)), asyncio.gather(val(3)))
    print(nested)
asyncio.run(main())
