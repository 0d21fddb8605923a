import asyncio

cache = {"a": 1}


async def lookup(key):
    if key not in cache:
        print("asking for", key)
        await asyncio.sleep(0.1)
        cache[key] = len(cache) + 1
    return cache[key]


async def main():
    lazy = asyncio.create_task(lookup("a"))
    print("lazy done at once?", lazy.done())
    await lazy
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    eager = asyncio.create_task(lookup("a"))
    print("eager done at once?", eager.done())
    print(await asyncio.gather(lookup("b"), lookup("a")))


asyncio.run(main())
