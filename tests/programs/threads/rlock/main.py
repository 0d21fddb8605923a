"""RLock: the same thread may take it again; others wait until it is free."""
import threading
import time

lock = threading.RLock()
log = []


def factorial(n):
    with lock:
        return 1 if n < 2 else n * factorial(n - 1)


print(factorial(10), lock.acquire(), lock.acquire(), lock.acquire(blocking=False))


def other():
    log.append(("other tries", lock.acquire(blocking=False)))
    with lock:
        log.append("other has it")


t = threading.Thread(target=other)
t.start()
time.sleep(0.05)
lock.release()
lock.release()
log.append("still mine")
time.sleep(0.02)
lock.release()
t.join()
print(log)
print(repr(lock).startswith("<unlocked _thread.RLock object owner=0 count=0 at 0x"), type(lock).__name__)
