"""Threads one after another: start and join. Prints wall seconds, CPU seconds and items."""
import threading
import time


def main():
    for _ in range(500):
        t = threading.Thread(target=int)
        t.start()
        t.join()
    return 500


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
