import asyncio,graphlib
async def build(n): print('build',n); await asyncio.sleep(.01*len(n)); return n
async def main():
    ts=graphlib.TopologicalSorter({'app':{'lib','ui'},'ui':{'core'},'lib':{'core'}}); ts.prepare()
    running={}
    while ts.is_active():
        for n in sorted(ts.get_ready()): running[asyncio.create_task(build(n))]=n
        done,_=await asyncio.wait(running,return_when=asyncio.FIRST_COMPLETED)
        for d in done: ts.done(running.pop(d))
    print('ok')
asyncio.run(main())
