import asyncio
for bad in (5, "x", None, lambda: 1, print):
    try:
        asyncio.run(bad)
    except ValueError as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
async def inner():
    pass
async def main():
    c = inner()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
    loop = asyncio.get_running_loop()
    try:
        loop.run_until_complete(asyncio.sleep(0))
    except RuntimeError as e:
        print(e)
    try:
        loop.run_forever()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
