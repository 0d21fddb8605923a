import asyncio
async def w(n,t):
    await asyncio.sleep(t); return n
async def main():
    ts=[asyncio.create_task(w(i,0.01*i),name=f"t{i}") for i in (3,1,2)]
    pending=set(ts)
    while pending:
        done,pending=await asyncio.wait(pending,return_when=asyncio.FIRST_COMPLETED)
        for d in sorted(done,key=lambda t:t.get_name()): print(d.get_name(),d.result(),len(pending))
asyncio.run(main())
