import asyncio
async def cons(q,n):
    try:
        while True:
            x=await q.get(); print(n,x); await asyncio.sleep(0.001); q.task_done()
    except asyncio.QueueShutDown as e: print(n,'shut',repr(e))
async def main():
    q=asyncio.Queue(3)
    ts=[asyncio.create_task(cons(q,i)) for i in range(2)]
    for i in range(5): await q.put(i)
    q.shutdown(); print(q)
    try: await q.put(9)
    except asyncio.QueueShutDown: print('put refused')
    await q.join(); await asyncio.gather(*ts)
    q=asyncio.Queue(); q.put_nowait(1); q.put_nowait(2); q.shutdown(immediate=True); 
    try: q.get_nowait()
    except asyncio.QueueShutDown: print('gone')
    await q.join()
asyncio.run(main())
