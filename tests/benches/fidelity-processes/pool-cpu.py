"""A pool of two that computes. Prints wall seconds, CPU seconds of the parent and items."""
import multiprocessing as mp
import multiprocessing.connection
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.popen_fork
import multiprocessing.popen_forkserver
import multiprocessing.popen_spawn_posix
import multiprocessing.queues
import multiprocessing.sharedctypes
import multiprocessing.synchronize
import time


def work(n):
    x = 0
    for i in range(n):
        x += i
    return x



def main():
    with mp.Pool(2) as pool:
        pool.map(work, [300_000] * 8, chunksize=1)
    return 8


if __name__ == "__main__":
    start, cpu = time.perf_counter(), time.process_time()
    items = main()
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{wall:.6f} {cpu:.6f} {items}")
