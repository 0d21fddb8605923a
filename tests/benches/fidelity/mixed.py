"""Two threads compute and two sleep. Prints wall seconds, CPU seconds and items."""
import threading
import time


def spin():
    x = 0
    for i in range(1_500_000):
        x += i % 3


def naps():
    for _ in range(20):
        time.sleep(0.005)


def main():
    ts = [threading.Thread(target=f) for f in (spin, naps, spin, naps)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return 4


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
