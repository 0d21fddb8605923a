import asyncio
async def handle(r, w):
    n = int(await r.readline())
    await asyncio.sleep(0.01 * (8 - n))
    w.write(f"{n * n}\n".encode())
    await w.drain()
    w.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 18883)
    async def client(n):
        r, w = await asyncio.open_connection("127.0.0.1", 18883)
        w.write(f"{n}\n".encode())
        reply = int(await r.readline())
        w.close()
        await w.wait_closed()
        return reply
    print(await asyncio.gather(*(client(i) for i in range(8))))
    server.close()
asyncio.run(main())
