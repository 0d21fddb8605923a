"""Four threads meet at a barrier. Prints wall seconds, CPU seconds and items."""
import threading
import time


def main():
    barrier = threading.Barrier(4)

    def work():
        for _ in range(500):
            barrier.wait()

    ts = [threading.Thread(target=work) for _ in range(4)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return 500


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
