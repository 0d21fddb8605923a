import asyncio
class Echo(asyncio.Protocol):
    def connection_made(self, t):
        self.t = t
        print("server: made")
    def data_received(self, data):
        print("server:", data)
        self.t.write(data[::-1])
    def connection_lost(self, exc):
        print("server: lost", exc)
class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
    def connection_made(self, t):
        self.t = t
        t.write(b"abc")
    def data_received(self, data):
        print("client:", data)
        self.t.close()
    def connection_lost(self, exc):
        print("client: lost", exc)
        asyncio.get_running_loop().call_later(0.02, self.done.set_result, None)
async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 18886)
    done = loop.create_future()
    tr, pr = await loop.create_connection(lambda: Client(done), "127.0.0.1", 18886)
    print(type(pr).__name__, tr.is_closing())
    await done
    server.close()
asyncio.run(main())
