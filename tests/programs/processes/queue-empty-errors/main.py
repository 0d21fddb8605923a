import multiprocessing as mp
import time, os

import queue

if __name__ == '__main__':
    q = mp.Queue()
    for call in (lambda: q.get(block=False), q.get_nowait, lambda: q.get(timeout=0.1), lambda: q.get(True, 0.05)):
        try:
            call()
        except queue.Empty as exc:
            print("Empty")
