import asyncio
async def main():
    def gen():
        yield
    for bad in (5, gen(), print, asyncio.get_running_loop().create_future()):
        try:
            asyncio.create_task(bad)
        except TypeError as e:
            print(str(e).split(" at 0x")[0].split("<")[0])
asyncio.run(main())
