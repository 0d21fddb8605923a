import multiprocessing as mp
import time, os

from concurrent.futures import ProcessPoolExecutor, as_completed, wait, FIRST_COMPLETED
from concurrent.futures.process import BrokenProcessPool
def init(n):
    global base
    base = n
def use(x): return base + x


if __name__ == '__main__':
    with ProcessPoolExecutor(2, initializer=init, initargs=(10,)) as ex:
        print(list(ex.map(use, range(3))))
