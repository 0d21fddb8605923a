"""Two children, 2,000 increments each under a lock. Prints wall seconds, CPU seconds of the parent and items."""
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


def add(value):
    for _ in range(2_000):
        with value.get_lock():
            value.value += 1



def main():
    value = mp.Value("i", 0)
    processes = [mp.Process(target=add, args=(value,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return value.value


if __name__ == "__main__":
    start, cpu = time.perf_counter(), time.process_time()
    items = main()
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{wall:.6f} {cpu:.6f} {items}")
