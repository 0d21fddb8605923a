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


if __name__ == '__main__':
    with ProcessPoolExecutor(max_workers=2) as ex:
        fs = [ex.submit(sq, n) for n in range(5)]
        print(sorted(f.result() for f in as_completed(fs)), all(f.done() for f in fs))
        f = ex.submit(fail, 3)
        print(repr(f.exception()), type(f.exception().__cause__).__name__)
        try:
            f.result()
        except ValueError as exc:
            print("ValueError", exc)
        f = ex.submit(sq, 4); f.add_done_callback(lambda f: print("callback", f.result())); f.result()
    print("out")
