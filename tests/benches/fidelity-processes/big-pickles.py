"""Four lists of 100,000 numbers to a pool and back. Prints wall seconds, CPU seconds of the parent and items."""
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


def same(data):
    return data



def main():
    data = list(range(100_000))
    with mp.Pool(2) as pool:
        pool.map(same, [data] * 4, chunksize=1)
    return 4


if __name__ == "__main__":
    start, cpu = time.perf_counter(), time.process_time()
    items = main()
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{wall:.6f} {cpu:.6f} {items}")
