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
    with mp.Pool(4) as pool:
        start = time.monotonic()
        for _ in range(3):
            pool.apply_async(nap, (0.3,)).get()
        serial = time.monotonic() - start
        start = time.monotonic()
        for r in [pool.apply_async(nap, (0.3,)) for _ in range(3)]:
            r.get()
        print(serial > 0.85, time.monotonic() - start < 0.8)
