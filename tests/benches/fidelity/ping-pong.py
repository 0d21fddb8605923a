"""Two threads hand a semaphore to and fro. Prints wall seconds, CPU seconds and items."""
import threading
import time


def main():
    a, b = threading.Semaphore(1), threading.Semaphore(0)

    def play(mine, other):
        for _ in range(2_000):
            mine.acquire()
            other.release()

    ts = [threading.Thread(target=play, args=p) for p in ((a, b), (b, a))]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return 4_000


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
