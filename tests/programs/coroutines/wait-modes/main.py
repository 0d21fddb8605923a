import asyncio
async def ok(d, v):
    await asyncio.sleep(d)
    return v
async def bad(d):
    await asyncio.sleep(d)
    raise ValueError("bad")
def show(done, pending):
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
def mk(*specs):
    return [asyncio.create_task(c, name=n) for n, c in specs]
async def main():
    ts = mk(("a", ok(0.05, 1)), ("b", ok(0.15, 2)), ("c", ok(0.25, 3)))
    show(*await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED))
    show(*await asyncio.wait(ts, timeout=0.15))
    show(*await asyncio.wait(ts))
    ts = mk(("a", ok(0.05, 1)), ("b", bad(0.1)), ("c", ok(0.2, 3)))
    show(*await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION))
    show(*await asyncio.wait(ts))
    print(repr(ts[1].exception()))
    show(*await asyncio.wait(ts, timeout=0))
    show(*await asyncio.wait({ts[0]}, return_when="ALL_COMPLETED"))
asyncio.run(main())
