import multiprocessing as mp
import time, os



if __name__ == '__main__':
    r, w = mp.Pipe(duplex=False)
    print(r.readable, r.writable, w.readable, w.writable)
    w.send("x"); print(r.recv())
    for call in (lambda: r.send(1), w.recv, lambda: r.send_bytes(b""), w.poll):
        try:
            call()
        except OSError as exc:
            print("OSError:", exc)
