import time
from multiprocessing import Pool, TimeoutError

def slow(x):
    time.sleep(0.5)
    return x

if __name__ == '__main__':
    with Pool(1) as pool:
        result = pool.apply_async(slow, (42,))
        try:
            result.get(timeout=0.1)
        except TimeoutError:
            print('not ready yet')
        print('now it is', result.get())
