"""socketserver: one at a time and in threads, and how it stops."""
import socket
import socketserver
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.strip().upper() + b"\n")


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    allow_reuse_address = True


def ask(address, *lines):
    with socket.create_connection(address) as sock, sock.makefile("rwb") as f:
        answers = []
        for line in lines:
            f.write(line + b"\n")
            f.flush()
            answers.append(f.readline())
        return answers


for kind in (socketserver.TCPServer, Server):
    with kind(("127.0.0.1", 0), Upper) as server:
        t = threading.Thread(target=server.serve_forever)
        t.start()
        print(kind.__name__, ask(server.server_address, b"one", b"two"))
        if kind is Server:
            with socket.create_connection(server.server_address) as waiting:
                print(ask(server.server_address, b"while another waits"))
        server.shutdown()
        t.join()
        print("stopped", t.is_alive())
