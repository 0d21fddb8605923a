import asyncio


class Watched(asyncio.Future):
    def add_done_callback(self, callback, *, context=None):
        print('somebody waits')
        super().add_done_callback(callback, context=context)


class Foreign:
    """Not a subclass, but a future to asyncio."""

    _asyncio_future_blocking = False


async def give(value):
    print('began', value)
    await asyncio.sleep(0.01 * value)
    return value


async def main():
    loop = asyncio.get_running_loop()
    future = Watched(loop=loop)
    loop.call_later(0.01, future.set_result, 'watched')
    print(await future)
    print(asyncio.isfuture(Foreign()), asyncio.isfuture(Foreign))
    # As in 3.11, nothing begins before the first turn.
    turns = asyncio.as_completed([give(2), give(1)])
    await asyncio.sleep(0)
    print('not yet')
    for turn in turns:
        print(await turn)
    turns = asyncio.as_completed(3)
    try:
        next(turns)
    except TypeError as problem:
        print(problem)
    group = asyncio.TaskGroup()
    print(type(group).__name__, repr(asyncio.StreamReader(limit=5)))


asyncio.run(main())
print(repr(asyncio.SelectorEventLoop).split('.')[-1])
