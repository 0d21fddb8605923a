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
import signal
def me():
    os.kill(os.getpid(), 9)


if __name__ == '__main__':
    with ProcessPoolExecutor(1) as ex:
        try:
            ex.submit(me).result()
        except BrokenProcessPool as exc:
            print(type(exc).__name__)
