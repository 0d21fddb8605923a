"""wait and wait_for: results with and without time-outs."""
import threading
import time

c = threading.Condition()
with c:
    start = time.monotonic()
    print(c.wait(0.02), c.wait(timeout=0), c.wait(-1))
    print(c.wait_for(lambda: False, timeout=0.02), c.wait_for(lambda: [], 0.01), c.wait_for(lambda: "yes"))
    print(time.monotonic() - start >= 0.05)


def notifier():
    with c:
        c.notify()


with c:
    t = threading.Thread(target=notifier)
    t.start()
    print(c.wait(5))
t.join()
