"""Four threads add to one counter under a lock. Prints wall seconds, CPU seconds and items."""
import threading
import time

n = 0
lock = threading.Lock()


def add():
    global n
    for _ in range(50_000):
        with lock:
            n += 1


def main():
    ts = [threading.Thread(target=add) for _ in range(4)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return n


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
