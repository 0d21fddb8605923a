import multiprocessing as mp
import time, os

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
    with mp.Pool(3) as pool:
        print(pool.map(sq, range(20)))
        print(pool.map(sq, []), pool.map(sq, iter([1, 2])), pool.map(len, ["a", "bb"], chunksize=1))
