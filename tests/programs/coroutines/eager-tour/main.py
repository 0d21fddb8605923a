import asyncio
async def w(n):
    print("start", n); await asyncio.sleep(0.01); print("end", n); return n
async def sync(n): print("sync", n); return n
async def main():
    loop = asyncio.get_running_loop(); loop.set_task_factory(asyncio.eager_task_factory)
    ts = [asyncio.create_task(w(i)) for i in range(2)]
    print("created", [t.done() for t in ts])
    print(await asyncio.gather(*ts, sync(9)))
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(sync("tg")); print(a.done())
        tg.create_task(w("x"))
    async def boom(): raise ValueError("eager")
    t = asyncio.create_task(boom())
    print(t.done(), repr(t.exception()))
    async def me(): return asyncio.current_task().get_name()
    print(await asyncio.create_task(me()) != asyncio.current_task().get_name())
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    print(asyncio.iscoroutinefunction(me))
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(1)
    except TimeoutError: print("to")
    try: await asyncio.wait_for(w("wf"), 0.001)
    except TimeoutError as e: print(repr(e))
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(boom())
    except* ValueError as e: print(e.exceptions)
with asyncio.Runner(loop_factory=asyncio.new_event_loop) as r: r.run(main())
asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop)
