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
    with mp.Pool(2) as pool:
        print(pool.starmap(add, [(1, 2), (3, 4)]), pool.starmap(pow, zip(range(4), range(4))))
        print(pool.starmap_async(add, [("a", "b")]).get())
