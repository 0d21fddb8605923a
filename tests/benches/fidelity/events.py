"""An event sets off ten threads, a hundred times. Prints wall seconds, CPU seconds and items."""
import threading
import time


def main():
    count = []
    for _ in range(100):
        go = threading.Event()
        ts = [threading.Thread(target=lambda: (go.wait(), count.append(1))) for _ in range(10)]
        for t in ts:
            t.start()
        go.set()
        for t in ts:
            t.join()
    return len(count)


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
