"""A thread of one executor forks the workers of another one while the main thread is still in `submit`."""
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Pool


def in_processes():
    with ProcessPoolExecutor(1) as inner:
        return inner.submit(pow, 2, 3).result()


def in_pool():
    with Pool(1) as pool:
        return pool.apply(pow, (2, 4))


if __name__ == '__main__':
    with ThreadPoolExecutor(2) as outer:
        print(outer.submit(in_processes).result())
        print(outer.submit(in_pool).result())
    # Nobody shuts this one down but the end of the program.
    print(ThreadPoolExecutor(1).submit(lambda: ProcessPoolExecutor(1).submit(pow, 2, 5).result()).result())
