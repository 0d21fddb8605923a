"""Servers of all kinds: one that refuses, one whose handler exits, one that looks about."""
import socketserver, socket, threading, sys
class E(socketserver.StreamRequestHandler):
    def handle(self):
        for l in self.rfile:
            if l==b'boom\n': raise ValueError('boom')
            self.wfile.write(l.upper())
for S in (socketserver.TCPServer,socketserver.ThreadingTCPServer):
    with S(('127.0.0.1',0),E) as s:
        t=threading.Thread(target=s.serve_forever); t.start()
        for w in (b'hi\nyou\n',b'a\nboom\n'):
            k=socket.create_connection(s.server_address); k.sendall(w); k.shutdown(socket.SHUT_WR); d=b''
            while (x:=k.recv(100)): d+=x
            print(d); k.close()
        s.shutdown(); t.join()
class D(socketserver.DatagramRequestHandler):
    def handle(self): self.wfile.write(self.rfile.read()[::-1])
with socketserver.UDPServer(('127.0.0.1',0),D) as s:
    k=socket.socket(socket.AF_INET,socket.SOCK_DGRAM); k.sendto(b'abc',s.server_address); s.handle_request(); print(k.recv(10))
    s.timeout=0.01; s.handle_timeout=lambda: print('late'); s.handle_request()
class V(socketserver.TCPServer):
    allow_reuse_address=True
    def verify_request(self,r,c): print('verify'); return False
with V(('127.0.0.1',0),E) as s:
    k=socket.create_connection(s.server_address); s.handle_request(); print(k.recv(10)); k.close()
class X(socketserver.BaseRequestHandler):
    def setup(self): print('setup')
    def handle(self): print('handle'); raise SystemExit(3)
    def finish(self): print('finish')
with socketserver.TCPServer(('127.0.0.1',0),X) as s:
    k=socket.create_connection(s.server_address)
    try: s.handle_request()
    except SystemExit as e: print('exit',e)
    print(k.recv(5))
try: socketserver.TCPServer()
except TypeError as e: print(e)
class T(socketserver.TCPServer):
    n=0
    def service_actions(self):
        self.n+=1
        if self.n==3: threading.Thread(target=self.shutdown).start()
with T(('127.0.0.1',0),E) as s: s.serve_forever(0.01); print(s.n>=3)
