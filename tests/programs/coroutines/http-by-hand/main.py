import asyncio
async def handle(r,w):
    line=await r.readuntil(b'\r\n\r\n')
    path=line.split()[1].decode()
    body=f'you asked {path}'.encode()
    w.write(b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n'%len(body)+body)
    await w.drain(); w.close()
async def get(path,port):
    r,w=await asyncio.open_connection('localhost',port)
    w.write(f'GET {path} HTTP/1.1\r\nHost: x\r\n\r\n'.encode())
    h=await r.readuntil(b'\r\n\r\n'); n=int(h.split(b':')[1]); b=await r.readexactly(n)
    print(b.decode(), await r.read(), r.at_eof()); w.close(); await w.wait_closed()
async def main():
    s=await asyncio.start_server(handle,'localhost',18080)
    print(s.sockets[0].getsockname()[1])
    for p in '/a','/b': await get(p,18080)
    s.close(); await s.wait_closed()
    try: await asyncio.open_connection('localhost',18080)
    except ConnectionRefusedError as e: print(type(e).__name__)
asyncio.run(main())
