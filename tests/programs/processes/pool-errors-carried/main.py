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
        for call in (lambda: pool.map(fail, [1]), lambda: list(pool.imap(fail, [2])), lambda: pool.starmap(add, [(1, "a")])):
            try:
                call()
            except Exception as exc:
                print(type(exc).__name__, exc, type(exc.__cause__).__name__, "fail" in str(exc.__cause__) or "add" in str(exc.__cause__))
