import time
from multiprocessing import Pool

def tiny(x):
    return x + 1

if __name__ == '__main__':
    with Pool(2) as pool:
        pool.map(tiny, range(2))
        times = {}
        for size in (1, 50):
            start = time.perf_counter()
            pool.map(tiny, range(400), chunksize=size)
            times[size] = time.perf_counter() - start
    print('big chunks are faster:', times[50] < times[1])
