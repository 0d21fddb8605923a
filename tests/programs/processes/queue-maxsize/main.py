import multiprocessing as mp
import time, os

import queue
def nothing(): pass

if __name__ == '__main__':
    q = mp.Queue(2)
    q.put(1); q.put(2)
    print(q.full(), q.qsize())
    for call in (lambda: q.put(3, block=False), lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.1)):
        try:
            call()
        except queue.Full as exc:
            print("Full", type(exc).__module__)
    time.sleep(0.3)
    print(q.get(), q.full(), q.get())
