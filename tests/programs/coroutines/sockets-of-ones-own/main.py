import asyncio, socket, struct
class Server(asyncio.DatagramProtocol):
    def __init__(self): self.seen = 0
    def connection_made(self, transport): self.transport = transport; print('bound', transport.get_extra_info('sockname')[0])
    def datagram_received(self, data, addr):
        self.seen += 1
        self.transport.sendto(b'#%d ' % self.seen + data, addr)
class Client(asyncio.DatagramProtocol):
    def __init__(self, n, done): self.n, self.done, self.got = n, done, []
    def connection_made(self, transport):
        self.transport = transport
        for i in range(self.n): transport.sendto(f'm{i}'.encode())
    def datagram_received(self, data, addr):
        self.got.append(data)
        if len(self.got) == self.n: self.transport.close()
    def error_received(self, exc): print('error', type(exc).__name__, exc); self.transport.close()
    def connection_lost(self, exc): self.done.set_result(self.got)
async def main():
    loop = asyncio.get_running_loop()
    server, protocol = await loop.create_datagram_endpoint(Server, local_addr=('127.0.0.1', 0))
    addr = server.get_extra_info('sockname')
    dones = [loop.create_future() for _ in range(2)]
    for d in dones: await loop.create_datagram_endpoint(lambda: Client(3, d), remote_addr=addr)
    for d in dones: print(sorted(x.split()[1] for x in await d))
    print(protocol.seen, server.is_closing())
    try: server.sendto('text', addr)
    except TypeError as e: print(e)
    c, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=addr)
    try: c.sendto(b'x', ('127.0.0.1', 1))
    except ValueError as e: print(str(e).split('None')[0])
    c.close(); server.close()
    print(server.is_closing())
    await asyncio.sleep(0)
    done = loop.create_future()
    await loop.create_datagram_endpoint(lambda: Client(1, done), remote_addr=addr)
    print(await done)
    for bad in (dict(), dict(local_addr='x'), dict(local_addr=('127.0.0.1', 0), sock=socket.socket())):
        try: await loop.create_datagram_endpoint(asyncio.DatagramProtocol, **bad)
        except (ValueError, TypeError) as e: print(type(e).__name__, str(e)[:40])
    # by hand
    a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); a.bind(('127.0.0.1', 0)); a.setblocking(False)
    b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); b.setblocking(False)
    t = asyncio.create_task(loop.sock_recvfrom(a, 100))
    await asyncio.sleep(.01)
    await loop.sock_sendto(b, b'by hand', a.getsockname())
    data, who = await t
    print(data, who[0])
    buf = bytearray(4)
    await loop.sock_sendto(b, b'abcd', a.getsockname()); print((await loop.sock_recvfrom_into(a, buf))[0], buf)
    a.close(); b.close()
    # a pair: reader and writer callbacks
    r, w = socket.socketpair(); r.setblocking(False); w.setblocking(False)
    log = []
    fut = loop.create_future()
    def readable():
        d = r.recv(3); log.append(d)
        if not d: print(loop.remove_reader(r), loop.remove_reader(r)); fut.set_result(None)
    def writable():
        w.send(b'sixsix'); print(loop.remove_writer(w.fileno())); loop.call_later(.01, w.close)
    loop.add_reader(r.fileno(), readable); loop.add_writer(w, writable)
    await fut
    print(log); r.close()
    r, w = socket.socketpair(); r.setblocking(False); w.setblocking(False)
    got = bytearray(5)
    t = asyncio.create_task(loop.sock_recv_into(r, got)); await asyncio.sleep(0); await loop.sock_sendall(w, b'12345'); print(await t, got)
    t = asyncio.create_task(loop.sock_recv(r, 1)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    rd, wr = await asyncio.open_connection(sock=r)
    w.send(b'line\nrest'); w.close()
    print(await rd.readline(), await rd.read()); wr.close(); await wr.wait_closed()
    # a server of one's own socket, clients by sock_connect
    s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(('127.0.0.1', 0))
    async def h(r, w): w.write(await r.readline()); await w.drain(); w.close()
    srv = await asyncio.start_server(h, sock=s)
    c = socket.socket(); c.setblocking(False)
    await loop.sock_connect(c, srv.sockets[0].getsockname())
    await loop.sock_sendall(c, b'over sock_connect\n'); print(await loop.sock_recv(c, 100), await loop.sock_recv(c, 100))
    c.close(); srv.close(); await srv.wait_closed()
    try: await loop.sock_connect(socket.socket(), ('127.0.0.1', 1))
    except ConnectionRefusedError as e: print('refused')
    print(await loop.getnameinfo(('127.0.0.1', 443), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
asyncio.run(main())
