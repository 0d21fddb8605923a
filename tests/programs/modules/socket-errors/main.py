"""Errors of sockets on localhost, timeouts, non-blocking calls, options."""
import errno
import socket

with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]
    s.listen()
    print(port > 0, s.getsockname()[0], s.family.name, s.type.name, s.proto, s.fileno() > 0, s.gettimeout(), s.getblocking())
    with socket.socket() as t:
        try:
            t.bind(("127.0.0.1", port))
        except OSError as problem:
            print(problem.errno == errno.EADDRINUSE, problem.strerror)
    s.settimeout(0.05)
    try:
        s.accept()
    except TimeoutError as problem:
        print(problem, isinstance(problem, socket.timeout), isinstance(problem, OSError))
    s.setblocking(False)
    try:
        s.accept()
    except BlockingIOError as problem:
        print(problem)
    c = socket.create_connection(("127.0.0.1", port))
    s.setblocking(True)
    server, address = s.accept()
    print(address == c.getsockname(), server.getpeername() == c.getsockname(), c.getpeername() == ("127.0.0.1", port))
    server.setblocking(False)
    try:
        server.recv(1)
    except BlockingIOError as problem:
        print(problem.errno == errno.EAGAIN)
    c.sendall(b"hello")
    server.setblocking(True)
    print(server.recv(2), server.recv(10, socket.MSG_PEEK), server.recv(10))
    c.shutdown(socket.SHUT_WR)
    print(server.recv(10), server.recv(10))
    server.sendall(b"still open")
    print(c.recv(100))
    server.close()
    print(c.recv(10))
    c.close()
closed = s
for attempt in (lambda: closed.recv(1), lambda: closed.accept(), lambda: socket.create_connection(("127.0.0.1", 1)), lambda: socket.socket().recv(1),
                lambda: socket.socket().getpeername(), lambda: socket.socket().connect("nonsense"), lambda: socket.socket().sendall("text"),
                lambda: socket.socket().bind(("127.0.0.1", 70000)), lambda: socket.socket().settimeout(-1), lambda: socket.socket().accept()):
    try:
        attempt()
    except (OSError, TypeError, OverflowError, ValueError) as problem:
        print(type(problem).__name__, problem)
print(socket.socket().connect_ex(("127.0.0.1", 1)) == errno.ECONNREFUSED, closed.fileno())
print(socket.inet_aton("1.2.3.4"), socket.inet_ntoa(b"\x7f\0\0\1"), socket.htons(1), socket.ntohl(1), socket.gethostbyname("localhost"))
