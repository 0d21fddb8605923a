import multiprocessing as mp
import time, os

def chunk(x):
    return x

if __name__ == '__main__':
    class Counting(list):
        pass
    for n, procs in ((1, 2), (8, 2), (9, 2), (100, 3), (7, 4)):
        with mp.Pool(procs) as pool:
            r = pool.map_async(chunk, range(n))
            print(n, procs, r._chunksize, r.get() == list(range(n)))
