import asyncio
async def quick(n):
    print("quick", n)
    return n
async def slow(n):
    print("slow starts", n)
    await asyncio.sleep(0)
    print("slow ends", n)
    return n
async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(quick("lazy"))
    print(t.done())
    await t
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(quick("eager"))
    print(t.done(), t.result())
    t = asyncio.create_task(slow(1))
    print("created", t.done())
    print(await t)
    print(await asyncio.gather(quick(2), slow(3), quick(4)))
    async def who():
        return asyncio.current_task().get_name()
    t = asyncio.create_task(who(), name="named")
    print(t.result(), asyncio.current_task().get_name())
    async with asyncio.TaskGroup() as tg:
        tg.create_task(quick(5))
        print("in group")
asyncio.run(main())
