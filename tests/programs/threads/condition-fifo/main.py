"""notify wakes waiters in the order in which they began to wait."""
import threading
import time

condition = threading.Condition()
woken = []


def waiter(n):
    with condition:
        condition.wait()
        woken.append(n)


threads = []
for n in range(5):
    t = threading.Thread(target=waiter, args=(n,))
    t.start()
    threads.append(t)
    time.sleep(0.01)
for expected in (1, 2):
    with condition:
        condition.notify()
    time.sleep(0.02)
    print(woken)
with condition:
    condition.notify(2)
time.sleep(0.02)
print(woken[:2], sorted(woken))
with condition:
    condition.notify_all()
for t in threads:
    t.join()
print(sorted(woken), len(woken))
