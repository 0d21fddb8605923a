"""Lock: acquire, release, locked, timeouts, with."""
import threading
import time

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
start = time.perf_counter()
print(lock.acquire(timeout=0.05), 0.05 <= time.perf_counter() - start < 0.2, lock.acquire(True, 0))
lock.release()
with lock as got:
    print(got, lock.locked())
print(lock.locked(), repr(lock).startswith("<unlocked _thread.lock object at 0x"))
try:
    with lock:
        raise ValueError("inside")
except ValueError as error:
    print(error, lock.locked())


def release_later():
    time.sleep(0.05)
    lock.release()


lock.acquire()
print(repr(lock).startswith("<locked _thread.lock object at 0x"))
threading.Thread(target=release_later).start()
print(lock.acquire(timeout=1), lock.locked())
lock.release()
print(type(lock).__name__, lock.__enter__(), lock.__exit__(None, None, None), bool(lock), lock == threading.Lock())
