"""Idle workers are reused; new ones only when none is idle."""
import concurrent.futures as cf
import threading
import time

names = []


def work():
    names.append(threading.current_thread().name)


with cf.ThreadPoolExecutor(4, "P") as pool:
    for _ in range(5):
        pool.submit(work).result()
        time.sleep(0.02)
    print(len(set(names)), set(names), len(pool._threads))
