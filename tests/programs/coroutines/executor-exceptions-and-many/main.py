import asyncio
async def main():
    import time
    from concurrent.futures import ThreadPoolExecutor
    loop = asyncio.get_running_loop()
    def job(n):
        time.sleep(0.01 * (5 - n))
        if n == 3:
            raise RuntimeError("job 3")
        return n
    with ThreadPoolExecutor(max_workers=5) as ex:
        r = await asyncio.gather(*(loop.run_in_executor(ex, job, n) for n in range(5)), return_exceptions=True)
    print([x if isinstance(x, int) else repr(x) for x in r])
asyncio.run(main())
