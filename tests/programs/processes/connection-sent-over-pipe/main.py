import multiprocessing as mp
import time, os

def child(c):
    inner = c.recv()
    inner.send("through the sent connection")

if __name__ == '__main__':
    a, b = mp.Pipe()
    x, y = mp.Pipe()
    p = mp.Process(target=child, args=(b,)); p.start()
    a.send(y); y.close()
    print(x.recv()); p.join()
