import asyncio
class Echo(asyncio.Protocol):
    def connection_made(self,t): self.t=t; print('made')
    def data_received(self,d): print('srv',d); self.t.write(d); self.t.close()
    def connection_lost(self,e): print('lost',e)
class Client(asyncio.Protocol):
    def __init__(self,msg,done): self.msg=msg; self.done=done
    def connection_made(self,t): t.write(self.msg); print(t.get_extra_info('peername')[0])
    def data_received(self,d): print('cli',d)
    def eof_received(self): print('eof')
    def connection_lost(self,e): print('cli lost',e); self.done.set_result(1)
async def main():
    loop=asyncio.get_running_loop()
    s=await loop.create_server(Echo,'127.0.0.1',18888)
    done=loop.create_future()
    t,p=await loop.create_connection(lambda:Client(b'hey',done),'127.0.0.1',18888)
    await done; s.close(); await s.wait_closed()
asyncio.run(main())
