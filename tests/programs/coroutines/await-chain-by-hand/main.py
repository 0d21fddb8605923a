import asyncio
async def a(): await b()
async def b(): await c()
async def c():
    await asyncio.sleep(0.01)
    raise KeyError("deep")
async def main():
    t = asyncio.create_task(a(), name="chain")
    await asyncio.sleep(0)
    print([f.f_code.co_name for f in t.get_stack()])
    co = t.get_coro()
    while co is not None and hasattr(co, "cr_await"):
        print(co.cr_code.co_name, co.cr_running, co.cr_frame.f_lineno < 10 or "library"); co = co.cr_await
    try: await t
    except KeyError: print([f.f_code.co_name for f in t.get_stack()])
    print(a.__name__, asyncio.iscoroutinefunction(a), a().close())
    import inspect
    x = a(); print(inspect.getcoroutinestate(x), inspect.isawaitable(x), inspect.iscoroutine(x)); x.close(); print(inspect.getcoroutinestate(x))
    print(x.__qualname__)
    await a()
asyncio.run(main())
