import asyncio
async def w(n):
    await asyncio.sleep(0.02 * n)
    print("done", n)
    return n * n
async def main():
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(w(i), name=f"t{i}") for i in (3, 1, 2)]
        print("body ends")
    print([t.result() for t in ts], [t.get_name() for t in ts])
    async with asyncio.TaskGroup():
        print("empty")
    async with asyncio.TaskGroup() as tg:
        async def spawner():
            tg.create_task(w(1))
            print("spawned inside")
        tg.create_task(spawner())
    print("end")
asyncio.run(main())
