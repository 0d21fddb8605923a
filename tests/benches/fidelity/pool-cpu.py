"""A pool of four workers computes. Prints wall seconds, CPU seconds and items."""
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    return sum(i * i for i in range(n))


def main():
    with ThreadPoolExecutor(4) as pool:
        return sum(1 for _ in pool.map(work, [4_000] * 200))


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
