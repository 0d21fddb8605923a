import asyncio
async def main():
    r=asyncio.StreamReader(limit=8)
    r.feed_data(b'0123456789abc\nxy'); 
    try: await r.readline()
    except ValueError as e: print(e)
    r.feed_data(b'\n'); r.feed_eof()
    print(await r.readline(), await r.read(5), await r.read())
    r=asyncio.StreamReader(); r.feed_data(b'abc'); r.feed_eof()
    try: await r.readexactly(5)
    except asyncio.IncompleteReadError as e: print(e, e.partial, e.expected)
    r=asyncio.StreamReader(); r.feed_data(b'abc'); r.feed_eof()
    try: await r.readuntil(b'\n')
    except asyncio.IncompleteReadError as e: print(e)
    r=asyncio.StreamReader(limit=4); r.feed_data(b'abcdefgh|')
    try: await r.readuntil(b'|')
    except asyncio.LimitOverrunError as e: print(e, e.consumed)
asyncio.run(main())
