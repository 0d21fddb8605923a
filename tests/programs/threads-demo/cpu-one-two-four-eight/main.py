"""The same sum, split over more and more threads."""
import threading
import time

WORK = 160_000


def add_up(n):
    total = 0
    for i in range(n):
        total += i


def timed(count):
    threads = [threading.Thread(target=add_up, args=(WORK // count,), name=f"{i + 1} of {count}") for i in range(count)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - begin


timed(1)  # a first one, to warm up
alone = timed(1)
for count in (2, 4, 8):
    ratio = timed(count) / alone
    print(f"{count} threads:", "no gain" if 0.5 < ratio < 3 else f"{ratio:.2f} of the time")
