# A hundred thousand tasks that sleep at the same time.
import asyncio


async def main():
    await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(100_000)))


asyncio.run(main())
print("done")
