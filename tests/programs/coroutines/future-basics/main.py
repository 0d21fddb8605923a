import asyncio
async def setter(f, v):
    await asyncio.sleep(0)
    f.set_result(v)
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done())
    asyncio.create_task(setter(f, 10))
    print(await f, f)
    for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError("x"))):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print("InvalidStateError", e)
    g = loop.create_future()
    g.set_exception(ValueError("bad"))
    print(g)
    try:
        await g
    except ValueError as e:
        print(e)
    h = loop.create_future()
    print(h.cancel(), h.cancel(), h.cancelled(), h)
    i = loop.create_future()
    for bad in (StopIteration, StopIteration()):
        try:
            i.set_exception(bad)
        except TypeError as e:
            print(e)
    i.set_exception(KeyError)
    print(repr(i.exception()))
    print(f.get_loop() is loop, asyncio.isfuture(f), asyncio.isfuture(5))
asyncio.run(main())
