"""http.server on localhost, asked by http.client, urllib and a socket."""
import http.client
import http.server
import json
import socket
import threading
import urllib.error
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/missing":
            self.send_error(404, "Not here")
            return
        body = json.dumps({"path": self.path, "agent": self.headers.get("X-Agent")}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.end_headers()
        self.wfile.write(data[::-1])

    def log_message(self, format, *args):
        log.append(format % args)


log = []
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
host, port = server.server_address
c = http.client.HTTPConnection(host, port, timeout=5)
c.request("GET", "/a?b=c", headers={"X-Agent": "me"})
r = c.getresponse()
print(r.status, r.reason, r.getheader("content-type"), json.loads(r.read()), r.version in (10, 11))
c.request("POST", "/post", body=b"abc")
r = c.getresponse()
print(r.status, r.read(1), r.read())
c.close()
with urllib.request.urlopen(f"http://{host}:{port}/x") as reply:
    print(reply.status, json.load(reply)["path"])
try:
    urllib.request.urlopen(f"http://{host}:{port}/missing")
except urllib.error.HTTPError as problem:
    print(problem.code, problem.reason, b"Not here" in problem.read())
try:
    urllib.request.urlopen(urllib.request.Request(f"http://{host}:{port}/", method="PUT"))
except urllib.error.HTTPError as problem:
    print(problem.code)
with socket.create_connection((host, port)) as s:
    s.sendall(b"GET /raw HTTP/1.0\r\n\r\n")
    data = b""
    while part := s.recv(4096):
        data += part
    print(data.split(b"\r\n")[0], data.endswith(b"}"))
server.shutdown()
server.server_close()
print([line.split('" ')[0].strip('"') for line in log])
try:
    urllib.request.urlopen(f"http://{host}:{port}/")
except urllib.error.URLError as problem:
    print(problem.reason)
print(http.HTTPStatus(404).phrase, http.HTTPStatus.OK == 200, repr(http.HTTPStatus.NOT_FOUND), http.client.responses[500])
