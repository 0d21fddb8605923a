"""A ProcessPoolExecutor of two maps 500 small jobs. Prints wall seconds, CPU seconds of the parent and items."""
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
from concurrent.futures import ProcessPoolExecutor


def job(n):
    return n * n



def main():
    with ProcessPoolExecutor(2) as pool:
        count = sum(1 for _ in pool.map(job, range(500)))
    return count


if __name__ == "__main__":
    start, cpu = time.perf_counter(), time.process_time()
    items = main()
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{wall:.6f} {cpu:.6f} {items}")
