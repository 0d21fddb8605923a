"""A notification before the wait is lost: the waiter waits for ever."""
import threading
import time

condition = threading.Condition()


def waiter():
    time.sleep(0.05)
    with condition:
        print("waiting")
        condition.wait()
        print("never")


t = threading.Thread(target=waiter)
t.start()
with condition:
    condition.notify()
    print("notified nobody")
t.join()
