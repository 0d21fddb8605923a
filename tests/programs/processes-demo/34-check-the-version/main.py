# Second remedy: know the version. Since Python 3.8 there is no limit; before, a long result is sent in pieces.
import sys
from multiprocessing import Pipe, Process

LIMIT = 2 * 1024 * 1024            # stands for 2 GiB

def send_all(connection, data):
    if sys.version_info >= (3, 8) or len(data) <= LIMIT:
        pieces = [data]
    else:
        pieces = [data[at:at + LIMIT // 2] for at in range(0, len(data), LIMIT // 2)]
    connection.send(len(pieces))
    for piece in pieces:
        connection.send_bytes(piece)
    connection.close()

if __name__ == "__main__":
    here, there = Pipe(duplex=False)
    child = Process(target=send_all, args=(there, b"x" * 3_000_000))
    child.start()
    pieces = here.recv()
    data = b"".join(here.recv_bytes() for _ in range(pieces))
    child.join()
    print("Python %d.%d:" % sys.version_info[:2], pieces, "pieces,", len(data), "bytes")
