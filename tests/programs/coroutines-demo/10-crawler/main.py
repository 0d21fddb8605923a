import asyncio


async def fetch(page, limit):
    async with limit:
        await asyncio.sleep(0.1 + page * 0.02)
        return page


async def main():
    limit = asyncio.Semaphore(3)
    jobs = [fetch(page, limit) for page in range(10)]
    total = 0
    for job in asyncio.as_completed(jobs):
        page = await job
        total += page
    print("sum of pages:", total)


asyncio.run(main())
