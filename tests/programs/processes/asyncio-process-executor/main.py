import asyncio, concurrent.futures, time
def cpu(n): return sum(range(n))
def boom(): raise ValueError('in worker')
async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        r = await asyncio.gather(*(loop.run_in_executor(pool, cpu, n) for n in (10, 100, 1000)))
        print(r)
        try: await loop.run_in_executor(pool, boom)
        except ValueError as e: print(repr(e), type(e.__cause__).__name__)
if __name__ == '__main__': asyncio.run(main())
