import multiprocessing as mp
import time, os

def put(q):
    q.put("x" * 1_000_000)

if __name__ == '__main__':
    q = mp.Queue()
    p = mp.Process(target=put, args=(q,))
    p.start()
    print("joining before getting", flush=True)
    p.join()
    print("never")
