import time
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool

def download(n):
    time.sleep(0.2)
    return n

if __name__ == '__main__':
    for kind in (ThreadPool, Pool):
        start = time.perf_counter()
        with kind(4) as pool:
            pool.map(download, range(8), chunksize=1)
        print(round(time.perf_counter() - start, 1), 'seconds')
