import asyncio
async def handle(r, w):
    w.write(b"hello")
    w.write(b"a;bcd\nxyz and the rest")
    await w.drain()
    w.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 18882)
    r, w = await asyncio.open_connection("127.0.0.1", 18882)
    print(await r.readexactly(5))
    print(await r.readuntil(b";"))
    print(await r.readline())
    print(await r.read(3))
    print(await r.read())
    print(await r.read(), r.at_eof())
    try:
        await r.readexactly(4)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    w.close()
    server.close()
    await server.wait_closed()
    print("closed")
asyncio.run(main())
