"""At most three at once."""
import threading
import time

sem = threading.Semaphore(3)
lock = threading.Lock()
now = peak = 0


def visit():
    global now, peak
    with sem:
        with lock:
            now += 1
            peak = max(peak, now)
        time.sleep(0.01)
        with lock:
            now -= 1


ts = [threading.Thread(target=visit) for _ in range(10)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(peak, now, sem._value)
