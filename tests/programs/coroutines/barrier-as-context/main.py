import asyncio
async def w(b,n):
    async with b as pos: print(n,pos)
async def main():
    b=asyncio.Barrier(2)
    print(str(b).split()[-2:])
    await asyncio.gather(*(w(b,i) for i in range(4)))
    t=asyncio.create_task(b.wait()); await asyncio.sleep(0); print(str(b).split()[-2:]); t.cancel()
    try: await t
    except asyncio.CancelledError: print('c')
    print(b.broken,b.n_waiting)
    try: asyncio.Barrier(0)
    except ValueError as e: print(e)
asyncio.run(main())
