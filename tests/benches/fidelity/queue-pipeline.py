"""A producer and two consumers over a bounded queue. Prints wall seconds, CPU seconds and items."""
import queue
import threading
import time


def main():
    q = queue.Queue(20)
    got = []

    def consume():
        while True:
            item = q.get()
            if item is None:
                return
            got.append(item * item)

    ts = [threading.Thread(target=consume) for _ in range(2)]
    for t in ts:
        t.start()
    for i in range(5_000):
        q.put(i)
    for t in ts:
        q.put(None)
    for t in ts:
        t.join()
    return len(got)


start, cpu = time.perf_counter(), time.process_time()
items = main()
wall, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"{wall:.6f} {cpu:.6f} {items}")
