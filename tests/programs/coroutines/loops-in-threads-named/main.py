import asyncio,threading
def run(n,out):
    async def m():
        await asyncio.sleep(.01*n); return (n, asyncio.current_task().get_name()[:4])
    out[n]=asyncio.run(m())
out={}
ts=[threading.Thread(target=run,args=(i,out)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out.items()))
def noloop():
    try: asyncio.get_event_loop()
    except RuntimeError as e: print(e)
t=threading.Thread(target=noloop,name='T9'); t.start(); t.join()
