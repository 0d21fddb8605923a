"""A chat server: one thread for each client, a broadcast under a lock."""
import queue
import socket
import threading

clients = {}
lock = threading.Lock()
seen = queue.Queue()


def handle(connection):
    with connection, connection.makefile("r") as lines:
        name = lines.readline().strip()
        with lock:
            clients[name] = connection
        seen.put(name)
        for line in lines:
            with lock:
                for other, target in clients.items():
                    if other != name:
                        target.sendall(f"{name}: {line}".encode())
        with lock:
            del clients[name]
    seen.put(name)


def accept(server, count):
    for _ in range(count):
        connection, _ = server.accept()
        threading.Thread(target=handle, args=(connection,)).start()


with socket.create_server(("127.0.0.1", 0)) as server:
    t = threading.Thread(target=accept, args=(server, 3))
    t.start()
    socks = {}
    for name in ("ann", "bob", "cy"):
        socks[name] = socket.create_connection(server.getsockname())
        socks[name].sendall(f"{name}\n".encode())
        print("joined", seen.get())
    t.join()
    socks["ann"].sendall(b"hello all\n")
    for name in ("bob", "cy"):
        print(name, "hears", socks[name].makefile("r").readline().strip())
    for name, sock in socks.items():
        sock.shutdown(socket.SHUT_RDWR)
        sock.close()
        print("left", seen.get())
