"""A hundred threads, each with its part of a sum."""
import threading

total, lock = 0, threading.Lock()


def add(lo, hi):
    global total
    part = sum(range(lo, hi))
    with lock:
        total += part


ts = [threading.Thread(target=add, args=(i * 100, i * 100 + 100)) for i in range(100)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(total == sum(range(10_000)), threading.active_count())
