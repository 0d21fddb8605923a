"""What one must not do with threads, and what Python says."""
import threading


def attempt(action):
    try:
        action()
        print("fine")
    except Exception as error:
        print(type(error).__name__ + ":", error)


t = threading.Thread(target=lambda: None)
attempt(t.join)
t.start()
t.join()
attempt(t.start)
attempt(threading.current_thread().join)
attempt(lambda: setattr(t, "daemon", True))
attempt(lambda: threading.Thread(group=1))
attempt(lambda: threading.Thread(target=1).run())
attempt(lambda: threading.Thread(nonsense=1))
lock = threading.Lock()
attempt(lock.release)
attempt(lambda: lock.acquire(False, 1))
attempt(lambda: lock.acquire(timeout=-2))
attempt(lambda: lock.acquire(timeout="x"))
rlock = threading.RLock()
attempt(rlock.release)
condition = threading.Condition()
attempt(condition.wait)
attempt(condition.notify)
attempt(condition.notify_all)
attempt(lambda: threading.Semaphore(-1))
attempt(lambda: threading.Semaphore().acquire(blocking=False, timeout=1))
attempt(lambda: threading.Semaphore().release(0))
attempt(threading.BoundedSemaphore(1).release)
attempt(lambda: threading.Thread(target=print, daemon=None).join())
held = threading.RLock()
held.acquire()


def foreign():
    attempt(held.release)


t = threading.Thread(target=foreign)
t.start()
t.join()
held.release()
