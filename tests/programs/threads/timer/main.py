"""Timers fire once, later, unless cancelled."""
import threading
import time

fired = []
start = time.perf_counter()
timer = threading.Timer(0.05, fired.append, args=["fired"])
cancelled = threading.Timer(0.05, fired.append, ["never"])
keyword = threading.Timer(0.02, lambda **k: fired.append(k), kwargs={"a": 1})
for t in (timer, cancelled, keyword):
    t.start()
cancelled.cancel()
print(fired, timer.is_alive(), timer.interval)
timer.join()
cancelled.join()
keyword.join()
print(fired, 0.05 <= time.perf_counter() - start < 0.2, timer.finished.is_set())


def tick(n):
    ticks.append(n)
    if n < 3:
        t = threading.Timer(0.01, tick, (n + 1,))
        t.start()
        t.join()


ticks = []
first = threading.Timer(0.01, tick, (1,))
first.start()
first.join()
print(ticks)
