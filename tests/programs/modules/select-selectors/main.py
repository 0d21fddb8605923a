"""One thread, many sockets: select and selectors."""
import select
import selectors
import socket
import threading
import time

a, b = socket.socketpair()
print(select.select([a], [], [], 0), [s is a for s in select.select([], [a], [], 0)[1]])
b.sendall(b"x")
print([s is a for s in select.select([a, b], [], [], 1)[0]])
threading.Timer(0.05, b.sendall, args=(b"later",)).start()
a.recv(1)
start = time.monotonic()
ready, _, _ = select.select([a], [], [], 5)
print(len(ready), 0.02 < time.monotonic() - start < 2, a.recv(10))
selector = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)
selector.register(server, selectors.EVENT_READ, data="accept")


def client(n):
    with socket.create_connection(server.getsockname()) as c:
        c.sendall(b"message %d" % n)
        replies.append(c.recv(100))


replies = []
threads = [threading.Thread(target=client, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
served = 0
while served < 3:
    for key, mask in selector.select(timeout=5):
        if key.data == "accept":
            connection, _ = key.fileobj.accept()
            selector.register(connection, selectors.EVENT_READ, data="echo")
        else:
            data = key.fileobj.recv(100)
            key.fileobj.sendall(data.upper())
            selector.unregister(key.fileobj)
            key.fileobj.close()
            served += 1
for t in threads:
    t.join()
print(sorted(replies), len(selector.get_map()), selector.get_key(server).data)
for bad in (lambda: selector.register(server, 1), lambda: selector.register(3.5, 1), lambda: selector.unregister(a), lambda: selector.register(a, 0)):
    try:
        bad()
    except (KeyError, ValueError) as problem:
        print(type(problem).__name__)
selector.close()
