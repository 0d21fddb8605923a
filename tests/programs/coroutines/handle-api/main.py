import asyncio
async def main():
    import contextvars
    loop = asyncio.get_running_loop()
    h = loop.call_soon(print, "run")
    print(type(h).__name__, h.cancelled())
    t = loop.call_later(5, print, "no")
    print(type(t).__name__, t.when() > loop.time())
    t.cancel()
    t.cancel()
    u = loop.call_at(loop.time() + 9, print)
    v = loop.call_at(loop.time() + 10, print)
    print(u < v, u <= v, u > v, u == v, u == u)
    u.cancel(); v.cancel()
    await asyncio.sleep(0)
asyncio.run(main())
