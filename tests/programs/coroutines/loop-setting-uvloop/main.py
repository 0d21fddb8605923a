# Which loop asyncio makes is a setting of the run; here nothing in the program chooses one.
import asyncio
import time


async def job(n):
    print("begin", n)
    await asyncio.sleep(0)
    print("end", n)
    return n


async def quick():
    return "at once"


async def main():
    loop = asyncio.get_running_loop()
    print("eager:", loop.get_task_factory() is asyncio.eager_task_factory)
    tasks = [asyncio.create_task(job(n)) for n in range(2)]
    print("created")
    done = asyncio.create_task(quick())
    print("quick is done:", done.done())
    print(await asyncio.gather(*tasks, done))
    begin = time.perf_counter()
    for _ in range(2000):
        await asyncio.sleep(0)
    each = (time.perf_counter() - begin) / 2000
    print("a turn costs less than the plain loop's:", each < 1.6e-6)


asyncio.run(main())
