"""RLock: count, owner, and what others may do."""
import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
results = []


def other():
    results.append(lock.acquire(False))
    try:
        lock.release()
    except RuntimeError as error:
        results.append(str(error))


for _ in range(3):
    t = threading.Thread(target=other)
    t.start()
    t.join()
    lock.release()
t = threading.Thread(target=other)
t.start()
t.join()
print(results)
try:
    lock.release()
except RuntimeError as error:
    print(error)
