import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

def fine(x):
    return x + 1

def crash():
    os._exit(1)

if __name__ == '__main__':
    executor = ProcessPoolExecutor(max_workers=2)
    print(executor.submit(fine, 1).result())
    try:
        executor.submit(crash).result()
    except BrokenProcessPool as error:
        print('broken:', error)
    executor.shutdown()
