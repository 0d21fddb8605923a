import asyncio


async def copy(part, seconds):
    try:
        await asyncio.sleep(seconds)
        if part == 2:
            raise OSError("disk full")
        print("part", part, "copied")
    except asyncio.CancelledError:
        print("part", part, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for part, seconds in ((1, 0.1), (2, 0.2), (3, 0.5)):
                group.create_task(copy(part, seconds))
    except* OSError as problems:
        for problem in problems.exceptions:
            print("failed:", problem)


asyncio.run(main())
