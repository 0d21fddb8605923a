import asyncio
async def main():
    loop = asyncio.get_running_loop()
    tr = []
    class P(asyncio.Protocol):
        def connection_made(self, t): self.t = t; tr.append('made')
        def data_received(self, d): self.t.write(d[::-1])
        def eof_received(self): tr.append('eof'); return False
        def connection_lost(self, e): tr.append(('lost', e))
    s = await loop.create_server(P, '127.0.0.1', 0)
    port = s.sockets[0].getsockname()[1]
    done = loop.create_future()
    class C(asyncio.Protocol):
        def connection_made(self, t): t.write(b'abc'); self.buf = b''
        def data_received(self, d):
            self.buf += d
            if len(self.buf) == 3: done.set_result(self.buf)
        def connection_lost(self, e): print('client lost', e)
    t, p = await loop.create_connection(C, '127.0.0.1', port)
    print(await done, type(p).__name__, t.is_closing())
    t.close(); print(t.is_closing())
    await asyncio.sleep(.01)
    print(tr)
    s.close(); await s.wait_closed()
    # chat: broadcast
    clients = set()
    async def chat(r, w):
        clients.add(w)
        try:
            async for line in r:
                for c in clients:
                    if c is not w: c.write(line)
        finally:
            clients.discard(w); w.close()
    srv = await asyncio.start_server(chat, '127.0.0.1', 0)
    port = srv.sockets[0].getsockname()[1]
    cs = [await asyncio.open_connection('127.0.0.1', port) for _ in range(3)]
    await asyncio.sleep(.01)
    cs[0][1].write(b'hi all\n')
    print(await asyncio.gather(cs[1][0].readline(), cs[2][0].readline()))
    for r, w in cs: w.close()
    srv.close()
    # timeouts on read
    async def mute(r, w): await asyncio.sleep(.05); w.close()
    srv = await asyncio.start_server(mute, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*srv.sockets[0].getsockname())
    try: await asyncio.wait_for(r.read(1), .01)
    except TimeoutError: print('read timeout')
    print(await r.read())
    w.close(); srv.close()
    try:
        async with srv: await srv.serve_forever()
    except RuntimeError as e: print(str(e)[:8])
    async def err(r, w): raise ValueError('in handler')
    loop.set_exception_handler(lambda l, c: print('H', c['message'], c['exception']))
    srv = await asyncio.start_server(err, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*srv.sockets[0].getsockname())
    w.write(b'x'); await asyncio.sleep(.01)
    w.close(); srv.close()
    r, w = (asyncio.StreamReader(), None)
    r.feed_data(b'a|b|c'); r.feed_eof()
    print(await r.readuntil(b'|'), await r.read())
    try: await r.readuntil(b'|')
    except asyncio.IncompleteReadError as e: print(e.partial, e)
    big = b'x' * 300000
    async def sink(r, w):
        n = 0
        while d := await r.read(4096): n += len(d); await asyncio.sleep(0)
        w.write(str(n).encode()); await w.drain(); w.close()
    srv = await asyncio.start_server(sink, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*srv.sockets[0].getsockname())
    w.write(big); await w.drain(); w.write_eof(); print(await r.read())
    w.close(); srv.close()
asyncio.run(main())
