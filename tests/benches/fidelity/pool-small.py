"""Very small tasks in a pool. Prints wall seconds, CPU seconds and items."""
import time
from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(4) as pool:
        futures = [pool.submit(pow, 3, i % 10) for i in range(3_000)]
        return len([f.result() for f in futures])


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
