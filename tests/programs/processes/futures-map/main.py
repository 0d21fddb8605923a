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
    with ProcessPoolExecutor(2) as ex:
        print(list(ex.map(sq, range(8))), list(ex.map(add, [1, 2], [3, 4])), list(ex.map(sq, range(9), chunksize=4)))
        try:
            ex.map(sq, [1], chunksize=0)
        except ValueError as exc:
            print(exc)
        try:
            list(ex.map(nap, [1.0], timeout=0.1))
        except TimeoutError:
            print("TimeoutError")
