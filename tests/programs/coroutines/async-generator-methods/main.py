import asyncio
async def echo():
    got = "start"
    while True:
        try:
            got = yield got
            await asyncio.sleep(0)
        except ValueError as e:
            got = f"caught {e}"
        except GeneratorExit:
            print("closed")
            raise
async def main():
    g = echo()
    print(await g.__anext__())
    print(await g.asend("hello"))
    print(await g.athrow(ValueError("v")))
    print(await anext(g))
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        print("over")
    print(await anext(g, "default"))
    h = echo()
    try:
        await h.asend("x")
    except TypeError as e:
        print(e)
    await h.aclose()
    await h.aclose()
asyncio.run(main())
