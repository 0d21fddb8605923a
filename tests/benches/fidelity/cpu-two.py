"""Two threads compute. Prints wall seconds, CPU seconds and items."""
import threading
import time


def spin(n):
    x = 0
    for i in range(n):
        x += i & 7
    return x


def main():
    ts = [threading.Thread(target=spin, args=(2_000_000,)) for _ in range(2)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return len(ts)


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
