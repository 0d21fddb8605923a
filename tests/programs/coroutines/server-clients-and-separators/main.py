import asyncio
async def hold(r, w):
    try:
        while data := await r.read(100): w.write(data.upper()); await w.drain()
        print('server side: end of data')
    except ConnectionError as e: print('server side:', type(e).__name__)
    finally: w.close()
async def main():
    for how in ('close_clients', 'abort_clients'):
        s = await asyncio.start_server(hold, '127.0.0.1', 0)
        host, port = s.sockets[0].getsockname()
        conns = [await asyncio.open_connection(host, port) for _ in range(3)]
        for r, w in conns:
            w.write(b'hi'); print(await r.read(2))
        s.close()
        getattr(s, how)()
        await s.wait_closed()
        for r, w in conns:
            try: print(await r.read(), r.at_eof())
            except ConnectionResetError: print('reset')
            w.close()
        print(how, s.is_serving(), s.sockets)
    r = asyncio.StreamReader(limit=4)
    r.feed_data(b'a;b\r\nc\nrest of it')
    for i in range(3): print(await r.readuntil((b'\n', b'\r\n', b';')))
    try: await r.readuntil((b'XX', b'YYY'))
    except asyncio.LimitOverrunError as e: print(e, e.consumed)
    for bad in ((), (b'', b'a'), b''):
        try: await r.readuntil(bad)
        except ValueError as e: print(e)
    r.feed_eof()
    try: await r.readuntil((b'?',)) if False else await asyncio.StreamReader.readuntil(r, b'?')
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError) as e: print(type(e).__name__, e)
asyncio.run(main())
