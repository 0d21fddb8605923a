import asyncio


async def save():
    print("saving")
    await asyncio.sleep(0.3)
    print("saved")


async def request(job):
    try:
        await asyncio.shield(job)
    except asyncio.CancelledError:
        print("request cancelled")
        raise


async def main():
    job = asyncio.create_task(save())
    waiting = asyncio.create_task(request(job))
    await asyncio.sleep(0.1)
    waiting.cancel()
    await asyncio.wait([waiting])
    print("job done?", job.done())
    await job


asyncio.run(main())
