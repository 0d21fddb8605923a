"""One thread computes. Prints wall seconds, CPU seconds and items."""
import threading
import time


def spin(n):
    x = 0
    for i in range(n):
        x += i & 7
    return x


def main():
    t = threading.Thread(target=spin, args=(3_000_000,))
    t.start()
    t.join()
    return 1


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
