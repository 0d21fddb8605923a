import asyncio
import sys


async def deep(n):
    label = f'level {n}'
    if n == 0:
        await asyncio.sleep(1)
    else:
        await deep(n - 1)
    return label


async def main():
    task = asyncio.create_task(deep(2), name='deep')
    print([(frame.f_code.co_name, frame.f_locals) for frame in task.get_stack()])
    await asyncio.sleep(0)
    (frame,) = task.get_stack()
    print(frame.f_code.co_name, frame.f_lineno, frame.f_locals)
    print(len(task.get_stack(limit=1)))
    inner, chain = task.get_coro(), []
    while getattr(inner, 'cr_frame', None) is not None:
        chain.append((inner.cr_code.co_name, inner.cr_frame.f_locals.get('n')))
        inner = inner.cr_await
    print(chain[:3])
    task.cancel()
    await asyncio.wait([task])
    print(task.get_stack())


asyncio.run(main())
