import multiprocessing as mp
import struct
import sys
import time

MIB = 1 << 20


def echo(connection):
    print(len(connection.recv_bytes()), connection.recv())


if __name__ == "__main__":
    here, there = mp.Pipe()
    child = mp.Process(target=echo, args=(there,))
    child.start()
    here.send_bytes(b"x" * MIB)
    for attempt in (lambda: here.send_bytes(b"x" * (MIB + 1)), lambda: here.send("y" * MIB)):
        try:
            attempt()
        except struct.error as error:
            print(type(error), error)
    here.send("short")
    child.join()
    print(sys.version_info >= (3, 8), sys.version_info[:2], sys.version.split()[0])
    with mp.Pool(1) as pool:
        try:
            pool.map(len, ["z" * MIB], chunksize=1)
        except struct.error as error:
            print("argument:", error)
        print(pool.map(len, ["z" * 1000]))
    queue = mp.Queue()
    queue.put(b"w" * MIB)
    queue.put("after")
    print(queue.get())
    sys.exit(4)
