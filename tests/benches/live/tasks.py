# 200 tasks that sleep one second. A row a line: name, measured, ideal, unit.
import asyncio, time


async def main():
    begin = time.perf_counter()
    await asyncio.gather(*[asyncio.sleep(1) for _ in range(200)])
    print('200 tasks that sleep a second', round(time.perf_counter() - begin, 3), 1.0, 's', sep=';')


asyncio.run(main())
