"""Blocking, non-blocking, timed; release(n); errors."""
import threading


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.01), s.acquire(True, 0.01))
print(s.release(), s.release(3))
print([s.acquire(blocking=False) for _ in range(5)])
attempt(lambda: s.acquire(False, 1))
attempt(lambda: s.release(0))
attempt(lambda: s.release(-1))
attempt(lambda: threading.Semaphore(-1))
attempt(lambda: threading.Semaphore("3"))
attempt(lambda: threading.Semaphore(1, 2))
b = threading.BoundedSemaphore(2)
attempt(b.release)
b.acquire()
attempt(lambda: b.release(2))
attempt(b.release)
attempt(b.release)
with threading.Semaphore() as got:
    print(got)
