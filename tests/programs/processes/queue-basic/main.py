import multiprocessing as mp
import time, os

def put(q):
    q.put([1, "two", {"three": 3}])

if __name__ == '__main__':
    q = mp.Queue()
    p = mp.Process(target=put, args=(q,))
    p.start()
    print(q.get())
    p.join()
    print(q.empty(), q.qsize())
