"""What a server makes of first lines that are no requests, and the table of statuses."""
import http.server, http.client, threading, socketserver, socket, os, io, sys
from http import HTTPStatus, HTTPMethod
def at(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
print(len(HTTPStatus), HTTPStatus(404), repr(HTTPStatus.IM_A_TEAPOT), HTTPStatus['OK'].phrase, HTTPStatus.OK.description, HTTPStatus.OK+1, HTTPStatus.LOCKED.description=='', HTTPStatus.NOT_FOUND==404, f'{HTTPStatus.OK}', HTTPStatus.OK.name)
at(HTTPStatus,999); print(list(HTTPStatus)[:5], repr(HTTPMethod.GET), HTTPMethod('POST'), sorted(HTTPMethod), isinstance(HTTPStatus.OK,int), HTTPStatus.__name__, HTTPStatus.__module__, type(HTTPStatus.OK) is HTTPStatus)
import pickle; print(pickle.loads(pickle.dumps(HTTPStatus.GONE)) is HTTPStatus.GONE)
class H(http.server.BaseHTTPRequestHandler):
    protocol_version='HTTP/1.1'
    def do_GET(self):
        b=('you asked '+self.path).encode(); self.send_response(200); self.send_header('Content-Length',len(b)); self.send_header('X-A','1'); self.end_headers(); self.wfile.write(b)
    def do_POST(self):
        n=int(self.headers['Content-Length']); d=self.rfile.read(n); self.send_response(201,'Made'); self.send_header('Content-Length',str(n)); self.end_headers(); self.wfile.write(d[::-1])
    def do_BOOM(self): 1/0
    def log_message(self,f,*a): print('LOG',f%a)
s=http.server.ThreadingHTTPServer(('127.0.0.1',0),H); t=threading.Thread(target=s.serve_forever); t.start()
c=http.client.HTTPConnection('127.0.0.1',s.server_address[1])
def ask(*a,**k):
    c.request(*a,**k); r=c.getresponse(); b=r.read(); print(a[0],a[1],r.status,r.reason,r.version,sorted(h for h in r.getheaders() if h[0] not in('Date','Server')),b[:60],len(b))
ask('GET','/x?q=1'); ask('POST','/p',body=b'abc'); ask('PUT','/p'); ask('GET','/again')
c.close()
def raw(text):
    k=socket.create_connection(('127.0.0.1',s.server_address[1])); k.sendall(text); k.settimeout(1)
    out=b''
    try:
        while True:
            d=k.recv(4000)
            if not d: break
            out+=d
    except OSError as e: out+=type(e).__name__.encode()
    k.close(); return [l for l in out.split(b'\r\n') if not l.startswith((b'Date',b'Server'))]
at(raw,b'GET /\r\n\r\n'); at(raw,b'NONSENSE\r\n\r\n'); at(raw,b'GET / HTTP/1.0\r\n\r\n'); at(raw,b'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'); at(raw,b'\r\n'); at(raw,b'HEAD /h HTTP/1.0\r\n\r\n'); at(raw,b'A B C\r\n\r\n'); at(raw,b'GET / HTTP/9.x\r\n\r\n'); at(raw,b'GET / HTTP/2.0\r\n\r\n'); at(raw,b'POST / HTTP/1.1\r\nContent-Length: 2\r\nConnection: close\r\nExpect: 100-continue\r\n\r\nab')
s.shutdown(); t.join(); s.server_close()
