import asyncio
async def w(n):
    try: await asyncio.sleep(n)
    except asyncio.CancelledError: print('c',n); raise
async def main():
    g=asyncio.gather(w(1),w(2),asyncio.gather(w(3),w(4)))
    await asyncio.sleep(0.01)
    print(g)
    g.cancel('stop')
    try: await g
    except asyncio.CancelledError as e: print('outer',e.args)
    r=await asyncio.gather(w(0),asyncio.sleep(0,'r'),return_exceptions=True); print(r)
    print(await asyncio.gather())
    try: asyncio.gather(1)
    except TypeError as e: print(e)
asyncio.run(main())
