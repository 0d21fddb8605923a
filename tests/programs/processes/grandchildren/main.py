import os
from multiprocessing import Process, SimpleQueue, current_process

def leaf(q):
    q.put(current_process().name)

def branch(q):
    ps = [Process(target=leaf, args=(q,)) for _ in range(2)]
    for p in ps:
        p.start(); p.join()
    q.put(current_process().name)

if __name__ == '__main__':
    q = SimpleQueue()
    p = Process(target=branch, args=(q,))
    p.start(); p.join()
    print([q.get() for _ in range(3)])
