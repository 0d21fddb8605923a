import asyncio
async def main():
    try:
        await asyncio.open_connection("127.0.0.1", 1)
    except ConnectionRefusedError as e:
        print(type(e).__name__, e.errno)
    try:
        await asyncio.wait_for(asyncio.open_connection("127.0.0.1", 1), 1)
    except OSError as e:
        print(isinstance(e, ConnectionError))
asyncio.run(main())
