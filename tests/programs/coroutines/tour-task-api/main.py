import asyncio, sys, gc

async def worker(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("cancelled", n, e.args)
        await asyncio.sleep(0.01)
        print("cleanup done", n)
        raise
    finally:
        print("finally", n)

async def main():
    t = asyncio.create_task(worker(1), name="w1")
    await asyncio.sleep(0)
    print(t.cancel("stop"), t.cancelling(), t.cancelled(), t.done())
    print(t.uncancel(), t.cancelling())
    t.cancel("again")
    try:
        await t
    except asyncio.CancelledError as e:
        print("main got", repr(e))
    print(t.cancelled(), t.done())
    try:
        t.result()
    except asyncio.CancelledError as e:
        print("result", repr(e))
    try:
        t.exception()
    except asyncio.CancelledError as e:
        print("exception", repr(e))
    t2 = asyncio.create_task(asyncio.sleep(0.1, "v"))
    try:
        t2.result()
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    t2.add_done_callback(lambda t: print("done cb", t.result()))
    print(await t2)
    print(t2.get_name().startswith("Task-"), t2.cancel())
    t3 = asyncio.create_task(worker(3))
    await asyncio.sleep(0)
    st = t3.get_stack()
    print(len(st), st[0].f_code.co_name, st[0].f_lineno)
    print(sorted(t.get_name() for t in asyncio.all_tasks()) [0][:4], asyncio.current_task() is not t3)
    t3.cancel()
    print(await asyncio.gather(t3, return_exceptions=True))
asyncio.run(main())
