import asyncio
async def c():
    pass
async def main():
    for args, kw in (([[]], {}), ([[asyncio.create_task(c())]], {"return_when": "SOME"})):
        try:
            await asyncio.wait(*args, **kw)
        except ValueError as e:
            print(e)
    x = c()
    try:
        await asyncio.wait([x])
    except TypeError as e:
        print(e)
    x.close()
    t = asyncio.create_task(c())
    try:
        await asyncio.wait(t)
    except TypeError as e:
        print(e)
asyncio.run(main())
