import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def client(name, delay):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    for word in ("hello", "bye"):
        await asyncio.sleep(delay)
        writer.write(f"{name} says {word}\n".encode())
        print((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8888)
    async with server:
        await asyncio.gather(client("Ann", 0.1), client("Bob", 0.15))


asyncio.run(main())
