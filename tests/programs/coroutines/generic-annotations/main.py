import asyncio


async def produce(queue: asyncio.Queue[int], done: asyncio.Future[str]) -> None:
    await queue.put(1)
    done.set_result("put")


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    tasks: list[asyncio.Task[None]] = []
    done: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(produce(queue, done)))
    print(await done, await queue.get())
    print(asyncio.Queue[int], asyncio.Queue[int].__args__, asyncio.Queue[int].__origin__ is asyncio.Queue)
    print(asyncio.PriorityQueue[tuple[int, str]].__args__)
    print(type(asyncio.Queue[int]()).__name__)
    await asyncio.gather(*tasks)


asyncio.run(main())
