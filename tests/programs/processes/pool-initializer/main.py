import multiprocessing as mp
import time, os

def init(x):
    global base
    base = x
def use(n):
    return base + n

if __name__ == '__main__':
    with mp.Pool(2, initializer=init, initargs=(100,)) as pool:
        print(pool.map(use, range(4)))
