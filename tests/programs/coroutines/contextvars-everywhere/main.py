import asyncio, contextvars
v = contextvars.ContextVar('v', default='dflt')
async def child(n):
    print(n, 'sees', v.get())
    v.set(n)
    await asyncio.sleep(0)
    print(n, 'keeps', v.get())
async def main():
    v.set('main')
    await asyncio.gather(child('a'), child('b'))
    print(v.get())
    await child('direct')
    print(v.get())
    ctx = contextvars.copy_context()
    ctx.run(v.set, 'custom')
    t = asyncio.create_task(child('t'), context=ctx)
    await t
    print(v.get(), ctx[v])
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print('cb', v.get()))
    v.set('later')
    await asyncio.sleep(0)
    print(await asyncio.to_thread(v.get), await loop.run_in_executor(None, v.get))
    async def gen():
        v.set('ingen')
        yield v.get()
        yield v.get()
    async for x in gen(): print(x); v.set('outer')
    tok = v.set('tok'); v.reset(tok); print(v.get())
    async with asyncio.TaskGroup() as g:
        g.create_task(child('g1')); g.create_task(child('g2'), context=ctx)
    print(ctx[v])
    f = loop.create_future()
    f.add_done_callback(lambda f: print('done cb', v.get()))
    f.add_done_callback(lambda f: print('done cb ctx', v.get()), context=ctx)
    v.set('x'); f.set_result(1)
    await asyncio.sleep(0)
    async def w(): 
        async with asyncio.timeout(1): v.set('timeout'); 
        return v.get()
    print(await w(), v.get())
    print(await asyncio.wait_for(w(), 1), v.get())
asyncio.run(main())
