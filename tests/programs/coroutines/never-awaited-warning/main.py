import asyncio, warnings
async def c():
    return 1
async def main():
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        c()
        print(len(w), w[0].category.__name__, w[0].message)
    x = c()
    print(await x)
    try:
        await x
    except RuntimeError as e:
        print(e)
asyncio.run(main())
