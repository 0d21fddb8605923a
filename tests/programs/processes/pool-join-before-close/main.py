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
    pool = mp.Pool(1)
    try:
        pool.join()
    except ValueError as exc:
        print("ValueError:", exc)
    print(pool)
    pool.close()
    pool.close()
    for call in (lambda: pool.map(sq, [1]), lambda: pool.apply_async(sq, (1,)), lambda: pool.__enter__()):
        try:
            call()
        except ValueError as exc:
            print("ValueError:", exc)
    pool.join(); print(pool)
