import asyncio
async def main():
    loop=asyncio.get_running_loop()
    f=loop.create_future()
    print(f, f.done(), f.cancelled(), f.get_loop() is loop)
    for m in (f.result,f.exception):
        try: m()
        except asyncio.InvalidStateError as e: print(type(e).__name__,e)
    f.add_done_callback(lambda x: print('cb',x))
    f.set_result(3)
    for m,a in ((f.set_result,1),(f.set_exception,ValueError())):
        try: m(a)
        except asyncio.InvalidStateError as e: print(type(e).__name__,e)
    print(await f, f.cancel(), f)
    g=loop.create_future()
    try: g.set_exception(StopIteration())
    except TypeError as e: print(e)
    g.set_exception(KeyError); 
    try: await g
    except KeyError as e: print(repr(e))
    print(g)
    h=loop.create_future(); h.cancel('m')
    try: await h
    except asyncio.CancelledError as e: print(e.args)
    print(h)
    print(h.remove_done_callback(print))
    def noisy(f): raise ValueError('cb failed')
    k=loop.create_future(); k.add_done_callback(noisy); k.set_result(None)
    await asyncio.sleep(0)
asyncio.run(main())
