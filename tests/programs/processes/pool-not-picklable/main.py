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
    with mp.Pool(1) as pool:
        for f, args in ((lambda x: x, (1,)), (sq, (lambda: 1,))):
            try:
                pool.apply(f, args)
            except Exception as exc:
                print(type(exc).__name__, str(exc).split(" at 0x")[0])
        import pickle
        try:
            pickle.dumps(pool)
        except NotImplementedError as exc:
            print(exc)
