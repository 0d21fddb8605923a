"""put and get of one thread. Prints wall seconds, CPU seconds and items."""
import queue
import threading
import time


def main():
    q = queue.Queue()
    for i in range(50_000):
        q.put(i)
        q.get()
    return 50_000


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
