def print(*a, show=print):
    import re
    show(*[re.sub(r' at 0x\w+', '', str(x)) for x in a])
import asyncio
async def main():
    l=asyncio.Lock(); print(l)
    try: l.release()
    except RuntimeError as e: print(e)
    async with l: print(l, l.locked())
    try:
        with l: pass
    except TypeError as e: print(e)
    e=asyncio.Event(); print(e); e.set(); print(e, e.is_set(), await e.wait())
    s=asyncio.Semaphore(2); print(s); await s.acquire(); print(s); s.release(); s.release(); print(s)
    b=asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as x: print(x)
    try: asyncio.Semaphore(-1)
    except ValueError as x: print(x)
    c=asyncio.Condition(); print(c)
    try: c.notify()
    except RuntimeError as x: print(x)
    try: await c.wait()
    except RuntimeError as x: print(x)
    async with c: print(c); c.notify_all()
    async def waiter(n):
        async with l: print('got',n)
    await l.acquire()
    ts=[asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0); print(l); l.release(); await asyncio.gather(*ts)
asyncio.run(main())
