import asyncio
async def gen(name):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("cleanup", name)
keep = []
async def main():
    g = gen("kept")
    keep.append(g)
    print(await anext(g))
    h = gen("closed by hand")
    keep.append(h)
    print(await anext(h))
    await h.aclose()
    print("main ends")
asyncio.run(main())
print("run is over")
