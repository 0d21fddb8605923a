import asyncio
async def handle(r, w):
    while line := await r.readline():
        print("server", line)
        w.write(line.upper())
        await w.drain()
    print("server sees the end")
    w.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 18881)
    async with server:
        print(server.is_serving(), server.sockets[0].getsockname())
        r, w = await asyncio.open_connection("127.0.0.1", 18881)
        for m in (b"one\n", b"two\n"):
            w.write(m)
            await w.drain()
            print("client", await r.readline())
        w.close()
        await w.wait_closed()
        print(w.is_closing())
    print(server.is_serving())
asyncio.run(main())
