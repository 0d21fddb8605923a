"""notify(n) wakes exactly n, in the order of arrival."""
import threading
import time

c = threading.Condition()
woken = []


def wait(i):
    with c:
        c.wait()
        woken.append(i)


ts = []
for i in range(6):
    t = threading.Thread(target=wait, args=(i,))
    t.start()
    ts.append(t)
    while True:
        with c:
            if len(c._waiters) == i + 1:
                break
        time.sleep(0.001)
for n in (1, 2, 0, 3):
    with c:
        c.notify(n)
    time.sleep(0.05)
    print(n, sorted(woken))
for t in ts:
    t.join()
