"""makefile, socketpair, datagrams, Unix sockets."""
import os
import socket
import threading

a, b = socket.socketpair()
with a, b:
    a.sendall(b"line one\nline two\nrest")
    a.shutdown(socket.SHUT_WR)
    with b.makefile("r", encoding="utf-8") as f:
        print(f.readline(), list(f))
a, b = socket.socketpair()
with a, b:
    with a.makefile("rwb") as f:
        f.write(b"buffered")
        f.flush()
        print(b.recv(100))
        b.sendall(b"12345")
        print(f.read(3))
        b.close()
        print(f.read())
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
    server.bind(("127.0.0.1", 0))
    client.sendto(b"ping", server.getsockname())
    data, sender = server.recvfrom(100)
    server.sendto(data.upper(), sender)
    print(client.recvfrom(100)[0], sender[0])
    client.connect(server.getsockname())
    client.send(b"long message")
    print(server.recv(4))
    server.settimeout(0.05)
    try:
        server.recv(1)
    except TimeoutError as problem:
        print(problem)
path = os.path.join("/tmp", f"interleave-test-{os.getpid()}.sock")
with socket.socket(socket.AF_UNIX) as server:
    server.bind(path)
    server.listen()

    def client():
        with socket.socket(socket.AF_UNIX) as c:
            c.connect(path)
            c.sendall(b"over unix")

    t = threading.Thread(target=client)
    t.start()
    connection, address = server.accept()
    with connection:
        print(connection.recv(100), repr(address))
    t.join()
