import asyncio, socket
async def errors():
    loop = asyncio.get_running_loop()
    P = asyncio.Protocol
    for c in (lambda: loop.create_connection(P), lambda: loop.create_connection(P, 'h', 1, sock=object()), lambda: loop.create_connection(P, 'h', 1, server_hostname='x'),
              lambda: loop.create_server(P), lambda: loop.create_server(P, 'h', 1, sock=object()), lambda: loop.create_connection(P, '127.0.0.1', 1, ssl_handshake_timeout=1), lambda: loop.create_server(P, '127.0.0.1', 0, ssl_handshake_timeout=1),
              lambda: loop.create_server(P, '127.0.0.1', 0, ssl=True)):
        try: print(await c())
        except (ValueError, TypeError) as e: print(type(e).__name__, e)
    print(await loop.getnameinfo(('127.0.0.1', 80)))
    print((await loop.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))[0])
async def main():
    for f in (errors,):
        print('--', f.__name__)
        try: await f()
        except BaseException as e: print(type(e).__name__, e)
asyncio.run(main())
