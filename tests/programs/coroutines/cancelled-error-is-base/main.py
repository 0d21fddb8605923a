import asyncio
async def main():
    print(issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.CancelledError, BaseException))
    print(asyncio.TimeoutError is TimeoutError, issubclass(asyncio.InvalidStateError, Exception))
    async def swallow_all():
        try:
            await asyncio.sleep(10)
        except Exception:
            print("never")
    t = asyncio.create_task(swallow_all())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())
asyncio.run(main())
