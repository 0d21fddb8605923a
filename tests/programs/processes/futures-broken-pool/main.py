import multiprocessing as mp
import time, os

from concurrent.futures import ProcessPoolExecutor, as_completed, wait, FIRST_COMPLETED
from concurrent.futures.process import BrokenProcessPool
def sq(x):
    return x * x
def add(a, b):
    return a + b
def fail(x):
    raise ValueError(f"bad {x}")
def nap(t):
    time.sleep(t)
    return t
def die():
    os._exit(5)


if __name__ == '__main__':
    ex = ProcessPoolExecutor(2)
    f = ex.submit(die)
    try:
        f.result()
    except BrokenProcessPool as exc:
        print(exc)
    try:
        ex.submit(sq, 1)
    except BrokenProcessPool as exc:
        print(exc)
    ex.shutdown()
