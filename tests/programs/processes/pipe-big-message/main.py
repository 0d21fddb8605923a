import multiprocessing as mp
import time, os

def child(c):
    c.send(len(c.recv()))

if __name__ == '__main__':
    a, b = mp.Pipe()
    p = mp.Process(target=child, args=(b,)); p.start()
    a.send("z" * 3_000_000)
    print(a.recv()); p.join()
