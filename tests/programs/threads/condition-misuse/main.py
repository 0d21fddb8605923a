"""wait and notify without the lock; a lock held by another."""
import threading


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


for c in (threading.Condition(), threading.Condition(threading.Lock())):
    attempt(c.wait)
    attempt(c.notify)
    attempt(c.notify_all)
    attempt(lambda: c.wait_for(lambda: True))
    attempt(lambda: c.wait_for(lambda: False))
    attempt(c.release)
c = threading.Condition()
c.acquire()
t = threading.Thread(target=attempt, args=(c.notify,))
t.start()
t.join()
attempt(c.notify)
attempt(lambda: c.notify(5))
attempt(lambda: c.notify("x"))
c.release()
attempt(lambda: threading.Condition(5))
