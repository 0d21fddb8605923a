import time
from multiprocessing import Pool

def work(n):
    time.sleep(0.1 * n)
    if n == 2:
        raise ValueError('two is bad')
    return n * 10

def good(result):
    print('callback', result)

def bad(error):
    print('error callback', error)

if __name__ == '__main__':
    with Pool(2) as pool:
        for n in range(4):
            pool.apply_async(work, (n,), callback=good, error_callback=bad)
        pool.close()
        pool.join()
