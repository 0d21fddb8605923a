"""One thread takes a free lock over and over. Prints wall seconds, CPU seconds and items."""
import threading
import time


def main():
    lock = threading.Lock()
    for _ in range(300_000):
        with lock:
            pass
    return 300_000


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
