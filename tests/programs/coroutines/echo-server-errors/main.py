import asyncio
async def handle(r, w):
    addr = w.get_extra_info("peername")
    try:
        while data := await r.readline():
            if data == b"quit\n": break
            w.write(data.upper()); await w.drain()
    except ConnectionResetError as e:
        print("reset", e)
    finally:
        w.close()
        await w.wait_closed()
        print("server closed one")
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    async with server:
        r, w = await asyncio.open_connection("127.0.0.1", port)
        w.writelines([b"a\n", b"b\n"])
        await w.drain()
        print(await r.readline(), await r.readexactly(2))
        w.write(b"hello world\n")
        print(await r.readuntil(b" "), await r.read(3))
        w.write(b"quit\n")
        print(await r.read())
        print(r.at_eof(), w.is_closing(), w.can_write_eof())
        try:
            await r.readexactly(5)
        except asyncio.IncompleteReadError as e:
            print(e, e.partial, e.expected)
        w.close(); await w.wait_closed()
        r, w = await asyncio.open_connection("localhost", port, limit=16)
        w.write(b"x" * 40 + b"\n")
        try:
            await r.readuntil()
        except asyncio.LimitOverrunError as e:
            print(e, e.consumed)
        w.write_eof()
        w.close()
        await asyncio.sleep(0.1)
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except OSError as e:
        print(type(e).__name__)
asyncio.run(main())
