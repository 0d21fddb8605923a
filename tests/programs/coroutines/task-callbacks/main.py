import asyncio
async def w(x):
    await asyncio.sleep(0)
    return x
def cb(name):
    return lambda t: print("callback", name, t.result())
async def main():
    t = asyncio.create_task(w(5))
    a, b = cb("a"), cb("b")
    t.add_done_callback(a)
    t.add_done_callback(b)
    t.add_done_callback(a)
    print(t.remove_done_callback(a))
    t.add_done_callback(cb("c"))
    await t
    print("after await")
    await asyncio.sleep(0)
    t.add_done_callback(cb("late"))
    print("added late")
    await asyncio.sleep(0)
    print(t.remove_done_callback(a))
asyncio.run(main())
