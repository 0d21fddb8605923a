import asyncio
async def f():
    return asyncio.current_task().get_name()
async def main():
    print(asyncio.current_task().get_name())
    t = asyncio.create_task(f())
    print(t.get_name(), await t)
    t = asyncio.create_task(f(), name="mine")
    print(t.get_name(), await t)
    t = asyncio.create_task(f(), name=17)
    print(repr(t.get_name()))
    await t
    t.set_name("late")
    print(t.get_name())
    t = asyncio.ensure_future(f())
    print(t.get_name(), await t)
    print(await asyncio.gather(f(), f()))
asyncio.run(main())
