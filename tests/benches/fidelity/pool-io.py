"""A pool of ten workers waits for I/O. Prints wall seconds, CPU seconds and items."""
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(i):
    time.sleep(0.02)
    return i


def main():
    with ThreadPoolExecutor(10) as pool:
        return len(list(pool.map(fetch, range(100))))


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
