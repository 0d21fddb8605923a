"""A child puts 3,000 numbers into a simple queue. Prints wall seconds, CPU seconds of the parent and items."""
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


def put(queue, count):
    for n in range(count):
        queue.put(n)



def main():
    queue = mp.SimpleQueue()
    process = mp.Process(target=put, args=(queue, 3_000))
    process.start()
    for _ in range(3_000):
        queue.get()
    process.join()
    return 3000


if __name__ == "__main__":
    start, cpu = time.perf_counter(), time.process_time()
    items = main()
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{wall:.6f} {cpu:.6f} {items}")
