import multiprocessing as mp
import time, os

def put(q):
    q.cancel_join_thread()
    q.put("x" * 1_000_000)

if __name__ == '__main__':
    q = mp.Queue()
    p = mp.Process(target=put, args=(q,))
    p.start()
    p.join()
    print("ended", p.exitcode)
