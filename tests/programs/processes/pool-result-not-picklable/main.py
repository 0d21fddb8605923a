import multiprocessing as mp
import time, os

def bad(x):
    return lambda: x

if __name__ == '__main__':
    with mp.Pool(1) as pool:
        try:
            pool.apply(bad, (1,))
        except Exception as exc:
            print(type(exc).__name__, str(exc).split(" at 0x")[0])
