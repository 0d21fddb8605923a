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
        it = pool.imap(sq, range(6))
        print(next(it), it.next(), list(it))
        print(list(pool.imap(sq, range(7), chunksize=3)))
        print(sorted(pool.imap_unordered(sq, range(7))))
        it = pool.imap(nap, [0.4])
        try:
            it.next(timeout=0.05)
        except mp.TimeoutError:
            print("TimeoutError")
        print(it.next())
        try:
            pool.imap(sq, [1], chunksize=0)
        except ValueError as exc:
            print("ValueError:", exc)
