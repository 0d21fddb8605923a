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


if __name__ == '__main__':
    with ProcessPoolExecutor(1) as ex:
        try:
            ex.submit(lambda: 1).result()
        except Exception as exc:
            print(type(exc).__name__)
        print(ex.submit(sq, 2).result())
