"""Bad arguments to acquire."""
import threading


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


lock = threading.Lock()
attempt(lambda: lock.acquire(False, 1))
attempt(lambda: lock.acquire(False, -1))
attempt(lambda: lock.acquire(True, -2))
attempt(lambda: lock.acquire(timeout=-0.5))
attempt(lambda: lock.acquire(timeout=threading.TIMEOUT_MAX * 2))
attempt(lambda: lock.acquire(timeout="1"))
attempt(lambda: lock.acquire(timeout=None))
attempt(lambda: lock.acquire(1, 2, 3))
attempt(lambda: lock.acquire(wait=True))
attempt(lambda: lock.release(1))
attempt(lambda: lock.locked(1))
attempt(lambda: lock.acquire("yes"))
rlock = threading.RLock()
attempt(lambda: rlock.acquire(False, 1))
attempt(lambda: rlock.acquire(timeout=-0.5))
attempt(lambda: rlock.release())
attempt(lambda: rlock.acquire(0))
attempt(lambda: rlock.acquire(timeout=5))
