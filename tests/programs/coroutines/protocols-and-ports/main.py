import asyncio
class Chat(asyncio.Protocol):
    def connection_made(self, t): self.t = t; print("made", t.get_extra_info("peername") is not None)
    def data_received(self, d): print("srv", d); self.t.write(d[::-1])
    def eof_received(self): print("eof")
    def connection_lost(self, exc): print("lost", exc)
class Client(asyncio.Protocol):
    def __init__(self, done): self.done = done
    def connection_made(self, t): t.write(b"hello")
    def data_received(self, d): print("cli", d); self.done.set_result(d)
    def connection_lost(self, exc): print("cli lost", exc)
async def main():
    loop = asyncio.get_running_loop()
    s = await loop.create_server(Chat, "127.0.0.1", 8888)
    f = loop.create_future()
    t, p = await loop.create_connection(lambda: Client(f), "127.0.0.1", 8888)
    print(await f, t.is_closing(), isinstance(p, Client))
    t.close(); await asyncio.sleep(0.1)
    s.close(); await s.wait_closed()
    try: await loop.create_connection(lambda: Client(f), "127.0.0.1", 8888)
    except ConnectionRefusedError as e: print(type(e).__name__, e.errno)
    async def on(r, w):
        print(await r.read(100)); w.write(b"bye"); await w.drain(); w.close()
    srv = await asyncio.start_server(on, "localhost", 8889)
    try:
        await asyncio.start_server(on, "localhost", 8889)
    except OSError as e: print(e.errno)
    async with srv:
        st = asyncio.create_task(srv.serve_forever())
        r, w = await asyncio.open_connection("localhost", 8889)
        w.write(b"x"); 
        print(await r.read(), r.at_eof())
        w.close(); await w.wait_closed()
        st.cancel()
        try: await st
        except asyncio.CancelledError: print("server cancelled")
    print(srv.is_serving())
asyncio.run(main())
