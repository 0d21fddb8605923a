import multiprocessing as mp
import time, os

def child(_):
    try:
        mp.Process(target=print).start()
    except AssertionError as exc:
        return str(exc)

if __name__ == '__main__':
    with mp.Pool(1) as pool:
        print(pool.apply(child, (0,)))
