import asyncio
async def main():
    ts = [asyncio.create_task(asyncio.sleep(0.01 * i, i)) for i in (1, 2, 3)]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.result() for t in done), pending)
asyncio.run(main())
