import multiprocessing as mp
import time, os

def child(c):
    c.send(c.recv() * 2)
    c.close()

if __name__ == '__main__':
    a, b = mp.Pipe()
    print(a.readable, a.writable, a.closed)
    p = mp.Process(target=child, args=(b,)); p.start()
    a.send([1, 2]); print(a.recv()); p.join()
    a.close(); print(a.closed)
