import multiprocessing as mp
import time, os

def put(q):
    for n in range(50):
        q.put(n)

if __name__ == '__main__':
    q = mp.Queue()
    p = mp.Process(target=put, args=(q,)); p.start()
    print([q.get() for _ in range(50)] == list(range(50)))
    p.join()
