import multiprocessing as mp
import time, os

def put(q):
    for n in range(3): q.put(n)

if __name__ == '__main__':
    q = mp.SimpleQueue()
    print(q.empty())
    p = mp.Process(target=put, args=(q,)); p.start()
    print(q.get(), q.get(), q.get()); p.join()
    print(q.empty())
    try:
        q.put(lambda: 1)
    except Exception as exc:
        print(type(exc).__name__)
    q.close()
