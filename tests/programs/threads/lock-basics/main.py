"""Lock: acquire, release, locked, context manager, non-blocking, truth of results."""
import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked())
print(lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.acquire(True, 0))
print(lock.release(), lock.locked())
with lock as got:
    print(got, lock.locked())
print(lock.locked())
try:
    with lock:
        raise KeyError("x")
except KeyError:
    print("released", lock.locked())
for _ in range(2):
    try:
        lock.release()
    except RuntimeError as error:
        print(type(error) is RuntimeError, error)
print(threading.ThreadError is RuntimeError)
