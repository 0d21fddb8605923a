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
    with ProcessPoolExecutor(3) as ex:
        fs = [ex.submit(nap, t) for t in (0.05, 1.5)]
        done, left = wait(fs, return_when=FIRST_COMPLETED)
        print([f.result() for f in done], len(left))
        done, left = wait(fs)
        print(sorted(f.result() for f in done), len(left))
