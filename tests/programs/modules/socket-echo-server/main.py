"""A threaded echo server and its clients over localhost."""
import socket
import threading

ready = threading.Event()
answers = {}


def handle(connection, address):
    with connection:
        while True:
            data = connection.recv(1024)
            if not data:
                break
            connection.sendall(data.upper())


def serve(server):
    server.listen()
    ready.set()
    for _ in range(3):
        connection, address = server.accept()
        threading.Thread(target=handle, args=(connection, address)).start()


def client(number):
    with socket.create_connection(("localhost", 9000)) as sock:
        sock.sendall(f"hello {number}".encode())
        answers[number] = sock.recv(1024)
        sock.sendall(b"again")
        answers[number] += b" " + sock.recv(1024)


with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.1", 9000))
    print(server.getsockname(), server.family.name, server.type.name)
    acceptor = threading.Thread(target=serve, args=(server,))
    acceptor.start()
    ready.wait()
    clients = [threading.Thread(target=client, args=(n,)) for n in range(3)]
    for t in clients:
        t.start()
    for t in clients:
        t.join()
    acceptor.join()
print(sorted(answers.items()))
print(server.fileno())
