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
    out = []
    with mp.Pool(2) as pool:
        pool.apply_async(sq, (3,), callback=out.append).wait()
        pool.apply_async(fail, (3,), callback=out.append, error_callback=lambda e: out.append(repr(e))).wait()
        pool.map_async(sq, [1, 2, 3], callback=out.append).wait()
    print(out)
