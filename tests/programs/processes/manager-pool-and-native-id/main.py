# A pool in a manager's server; what a child's main thread is called by the system; errors of a queue's feeder.
import multiprocessing as mp
import multiprocessing.connection
import multiprocessing.managers
import os
import threading


def square(n):
    return n * n


def native(queue):
    queue.put(threading.main_thread().native_id)


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    with mp.Manager() as manager:
        pool = manager.Pool(2)
        print(pool.map(square, [1, 2, 3]), pool.apply(square, (4,)))
        pool.close()
        pool.join()
    queue = mp.Queue()
    child = mp.Process(target=native, args=(queue,))
    child.start()
    print(queue.get() == child.pid, threading.main_thread().native_id == os.getpid())
    child.join()
    attempt(lambda: mp.connection.Listener(r"\\.\pipe\name"))
    attempt(lambda: mp.managers.SharedMemoryManager().SharedMemory(8))
    attempt(lambda: os.sysconf("SC_NOTHING"))
