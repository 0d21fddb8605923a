import asyncio
async def w(n,t): 
    await asyncio.sleep(t)
    if n=='x': raise ValueError(n)
    return n
async def main():
    ts=[asyncio.create_task(w(n,t),name=n) for n,t in (('a',.02),('b',.01),('x',.03))]
    async for t in asyncio.as_completed(ts):
        try: print(t.get_name(), await t, t in ts)
        except ValueError as e: print('E',e)
    for c in asyncio.as_completed([w('p',.01),w('q',.005)]): print(await c)
asyncio.run(main())
