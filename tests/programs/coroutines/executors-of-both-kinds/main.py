import asyncio,concurrent.futures as cf,os
def cpu(n): return sum(range(n))
def boom(): raise ValueError('in pool')
async def main():
    loop=asyncio.get_running_loop()
    print(await loop.run_in_executor(None,cpu,10))
    with cf.ThreadPoolExecutor(2) as p:
        print(await asyncio.gather(*(loop.run_in_executor(p,cpu,i) for i in range(5))))
    with cf.ProcessPoolExecutor(2) as p:
        print(await asyncio.gather(*(loop.run_in_executor(p,cpu,i) for i in range(5))))
        try: await loop.run_in_executor(p,boom)
        except ValueError as e: print('err',e)
    print(await asyncio.to_thread(cpu,7))
if __name__=='__main__': asyncio.run(main())
