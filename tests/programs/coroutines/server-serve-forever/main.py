import asyncio
async def handle(r, w):
    w.write(b"served")
    w.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 18885)
    t = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0.01)
    r, w = await asyncio.open_connection("127.0.0.1", 18885)
    print(await r.read())
    w.close()
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", server.is_serving(), server.sockets)
asyncio.run(main())
