import asyncio
async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_result(3)
    done, pending = await asyncio.wait([f])
    print({x.result() for x in done}, pending)
    done, pending = await asyncio.wait([f, asyncio.create_task(asyncio.sleep(5))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for p in pending:
        p.cancel()
asyncio.run(main())
