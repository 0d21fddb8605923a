import multiprocessing as mp
import time, os

def take(q):
    time.sleep(0.5)
    print("took", q.get())

if __name__ == '__main__':
    q = mp.Queue(1)
    q.put("a")
    p = mp.Process(target=take, args=(q,))
    p.start()
    q.put("b")
    print("put b")
    p.join()
    print(q.get())
