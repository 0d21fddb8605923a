import asyncio,random
async def worker(name,queue):
    while True:
        d=await queue.get()
        await asyncio.sleep(d)
        queue.task_done()
        print(f'{name} slept {d:.2f}')
async def main():
    queue=asyncio.Queue(); random.seed(3)
    for _ in range(8): queue.put_nowait(random.uniform(.05,.3))
    tasks=[asyncio.create_task(worker(f'worker-{i}',queue)) for i in range(3)]
    await queue.join()
    for t in tasks: t.cancel()
    r=await asyncio.gather(*tasks,return_exceptions=True); print(r)
asyncio.run(main())
