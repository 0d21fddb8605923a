"""Four threads sleep a millisecond at a time. Prints wall seconds, CPU seconds and items."""
import threading
import time


def naps():
    for _ in range(100):
        time.sleep(0.001)


def main():
    ts = [threading.Thread(target=naps) for _ in range(4)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return 400


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
