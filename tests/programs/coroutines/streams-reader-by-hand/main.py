import asyncio
async def main():
    r = asyncio.StreamReader()
    r.feed_data(b"line one\nline two\n")
    r.feed_data(b"tail")
    print(await r.readline())
    async def later():
        await asyncio.sleep(0.01)
        r.feed_data(b" end\n")
        r.feed_eof()
    t = asyncio.create_task(later())
    print(await r.readline(), await r.readline(), await r.readline(), r.at_eof())
    await t
    s = asyncio.StreamReader(limit=8)
    s.feed_data(b"much too long a line\n")
    try:
        await s.readline()
    except ValueError as e:
        print(e)
    e = asyncio.StreamReader()
    e.set_exception(OSError("broken"))
    try:
        await e.read(1)
    except OSError as x:
        print(x)
    for bad in (lambda: asyncio.StreamReader(limit=0),):
        try:
            bad()
        except ValueError as x:
            print(x)
asyncio.run(main())
