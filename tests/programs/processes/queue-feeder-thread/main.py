import multiprocessing as mp
import time, os

import threading

if __name__ == '__main__':
    q = mp.Queue()
    print(threading.active_count())
    q.put(1)
    print(sorted(t.name for t in threading.enumerate()), [t.daemon for t in threading.enumerate() if t.name != "MainThread"])
    print(q.get())
