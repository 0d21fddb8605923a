"""A semaphore bounds how many are inside."""
import threading
import time

semaphore = threading.Semaphore(2)
lock = threading.Lock()
inside = most = 0


def visitor():
    global inside, most
    with semaphore:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.02)
        with lock:
            inside -= 1


start = time.perf_counter()
threads = [threading.Thread(target=visitor) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most, inside, 0.06 <= time.perf_counter() - start < 0.2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.01))
semaphore.release(2)
print(semaphore.acquire(False), semaphore.acquire(False), semaphore.acquire(False))
bounded = threading.BoundedSemaphore(1)
bounded.acquire()
bounded.release()
try:
    bounded.release()
except ValueError as error:
    print("ValueError:", error)
print(repr(bounded).endswith("value=1/1>"), repr(semaphore).endswith("value=0>"))
