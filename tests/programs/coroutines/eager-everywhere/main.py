# py: 3.12
import asyncio
async def quick(n):
    print('quick', n, asyncio.current_task().get_name())
    return n
async def slow(n):
    print('slow start', n)
    await asyncio.sleep(0)
    print('slow end', n)
    return n
async def boom():
    raise ValueError('eager boom')
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(quick(1), name='one')
    print('after create', t.done(), t.result(), t.get_name())
    s = asyncio.create_task(slow(2))
    print('after slow', s.done(), s in asyncio.all_tasks())
    b = asyncio.create_task(boom())
    print(b.done(), repr(b.exception()))
    print(await asyncio.gather(quick(3), slow(4), quick(5)))
    async with asyncio.TaskGroup() as g:
        a = g.create_task(quick(6)); c = g.create_task(slow(7))
        print('in group', a.done(), c.done())
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(boom())
            print('after boom')
            await asyncio.sleep(1)
    except ExceptionGroup as e:
        print(e.exceptions)
    async def nested(n):
        print('enter', n, asyncio.current_task().get_name())
        if n: await asyncio.create_task(nested(n - 1), name=f'n{n-1}')
        print('leave', n, asyncio.current_task().get_name())
    await asyncio.create_task(nested(2), name='n2')
    print(asyncio.current_task().get_name())
    t = asyncio.Task(quick('E'), eager_start=True, loop=loop)
    print(t.done())
    loop.set_task_factory(None)
    t = asyncio.create_task(quick('lazy'))
    print('lazy', t.done()); await t
    f = asyncio.create_eager_task_factory(asyncio.Task)
    loop.set_task_factory(f)
    asyncio.create_task(slow('x')).add_done_callback(lambda t: print('cb', t.result()))
    await asyncio.sleep(0); await asyncio.sleep(0)
asyncio.run(main())
