"""Remote hosts: names, ports that are open, HTTP by hand, TLS."""
import socket
import ssl
import time

with socket.create_connection(("example.com", 80), timeout=5) as s:
    s.sendall(b"GET / HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n")
    data = b""
    while part := s.recv(1024):
        data += part
head, _, body = data.partition(b"\r\n\r\n")
print(head.split(b"\r\n")[0], b"Example Domain" in body)
context = ssl.create_default_context()
with socket.create_connection(("httpbin.org", 443)) as raw, context.wrap_socket(raw, server_hostname="httpbin.org") as s:
    s.sendall(b"GET /status/418 HTTP/1.0\r\nHost: httpbin.org\r\n\r\n")
    print(s.recv(4096).split(b"\r\n")[0])
for port in (22, 80, 443, 8081):
    s = socket.socket()
    s.settimeout(0.5)
    print(port, "open" if s.connect_ex(("example.com", port)) == 0 else "closed")
start = time.monotonic()
s = socket.socket()
s.settimeout(0.3)
print(s.connect_ex(("10.0.0.1", 80)) != 0, f"{time.monotonic() - start:.1f}")
try:
    socket.gethostbyname("no-such-host.invalid")
except socket.gaierror as problem:
    print(problem)
print(socket.gethostbyname("example.com") == socket.gethostbyname("example.com"), socket.getaddrinfo("localhost", 80)[0][4])
