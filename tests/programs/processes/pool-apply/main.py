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
        print(pool.apply(add, (1, 2)), pool.apply(add, args=(1,), kwds={"b": 5}), pool.apply(sq, [3]))
        try:
            pool.apply(fail, (1,))
        except ValueError as exc:
            print("ValueError:", exc)
