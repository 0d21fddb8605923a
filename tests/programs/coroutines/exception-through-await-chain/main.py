import asyncio
async def c():
    await asyncio.sleep(0)
    return {}["missing"]
async def b():
    try:
        return await c()
    finally:
        print("b leaves")
async def a():
    try:
        await b()
    except KeyError as e:
        raise ValueError("a failed") from e
async def main():
    try:
        await a()
    except ValueError as e:
        print(e, type(e.__cause__).__name__, e.__cause__)
    try:
        await asyncio.create_task(a())
    except ValueError as e:
        print("again", e)
asyncio.run(main())
