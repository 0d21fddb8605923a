"""Twenty threads sleep. Prints wall seconds, CPU seconds and items."""
import threading
import time


def main():
    ts = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(20)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return len(ts)


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
