import asyncio
active=0; peak=0
async def fetch(i,sem):
    global active,peak
    async with sem:
        active+=1; peak=max(peak,active)
        await asyncio.sleep(.01*(i%3+1)); active-=1
        return i*i
async def main():
    sem=asyncio.Semaphore(3)
    r=await asyncio.gather(*(fetch(i,sem) for i in range(10))); print(r,peak)
    print(str(sem).split()[-2:])
asyncio.run(main())
