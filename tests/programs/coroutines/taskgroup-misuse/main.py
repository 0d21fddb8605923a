import asyncio
async def c():
    pass
async def main():
    tg = asyncio.TaskGroup()
    x = c()
    try:
        tg.create_task(x)
    except RuntimeError as e:
        print(str(e))
    x.close()
    async with tg:
        pass
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(str(e))
    x = c()
    try:
        tg.create_task(x)
    except RuntimeError as e:
        print(str(e))
    x.close()
    print(asyncio.TaskGroup())
    async with asyncio.TaskGroup() as g:
        print(g)
        g.create_task(c())
        print(g)
asyncio.run(main())
