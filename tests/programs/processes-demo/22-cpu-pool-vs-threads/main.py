import time
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool

def crunch(n):
    total = 0
    for i in range(400_000):
        total += i % 7
    return total

if __name__ == '__main__':
    times = {}
    for kind in (ThreadPool, Pool):
        start = time.perf_counter()
        with kind(2) as pool:
            pool.map(crunch, range(4))
        times[kind] = time.perf_counter() - start
    print('measured', len(times), 'kinds of pool')
