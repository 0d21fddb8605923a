import asyncio
class TerminateTaskGroup(Exception): pass
async def force(): raise TerminateTaskGroup()
async def job(i,s):
    print('start',i); await asyncio.sleep(s); print('done',i)
async def main():
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(job(1,.05)); g.create_task(job(2,.15))
            await asyncio.sleep(.1)
            g.create_task(force())
    except* TerminateTaskGroup: pass
    print('end')
asyncio.run(main())
