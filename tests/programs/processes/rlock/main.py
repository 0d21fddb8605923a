import multiprocessing as mp
import time, os

def try_it(r):
    print("child", r.acquire(timeout=0.1))
    try:
        r.release()
    except AssertionError as exc:
        print("AssertionError:", exc)

if __name__ == '__main__':
    r = mp.RLock()
    print(r.acquire(), r.acquire())
    p = mp.Process(target=try_it, args=(r,)); p.start(); p.join()
    r.release(); r.release()
    try:
        r.release()
    except AssertionError as exc:
        print("AssertionError:", exc)
