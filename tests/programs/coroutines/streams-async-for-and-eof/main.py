import asyncio
async def handle(r, w):
    lines = []
    async for line in r:
        lines.append(line)
    w.write(repr(lines).encode())
    await w.drain()
    w.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 18884)
    r, w = await asyncio.open_connection("127.0.0.1", 18884)
    w.writelines([b"a\n", b"b\n", b"c"])
    print(w.can_write_eof())
    w.write_eof()
    print(await r.read())
    w.close()
    server.close()
asyncio.run(main())
