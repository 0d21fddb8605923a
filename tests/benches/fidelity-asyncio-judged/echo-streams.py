"""A hundred lines to an echo server and back. Prints wall seconds, CPU seconds and items."""
import asyncio
import time


async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line)
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        for n in range(100):
            writer.write(b"line %d\n" % n)
            await reader.readline()
            await asyncio.sleep(0.001)
        writer.close()
        await writer.wait_closed()
    return 100


start, cpu = time.perf_counter(), time.process_time()
items = asyncio.run(main())
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
