import asyncio
clients={}
async def handle(r,w):
    name=(await r.readline()).decode().strip(); clients[name]=w
    try:
        async for line in r:
            for n,o in clients.items():
                if n!=name: o.write(f'{name}: '.encode()+line); await o.drain()
    finally:
        del clients[name]; w.close()
async def client(name,msgs,port,n):
    r,w=await asyncio.open_connection('127.0.0.1',port)
    w.write(name.encode()+b'\n')
    await asyncio.sleep(.05)
    for m in msgs: w.write(m.encode()+b'\n'); await asyncio.sleep(.02)
    got=[(await r.readline()).decode().strip() for _ in range(n)]
    w.close(); return name,got
async def main():
    s=await asyncio.start_server(handle,'127.0.0.1',0); port=s.sockets[0].getsockname()[1]
    rs=await asyncio.gather(client('ann',['hi','bye'],port,1),client('bob',['yo'],port,2))
    for r in rs: print(r)
    s.close()
asyncio.run(main())
