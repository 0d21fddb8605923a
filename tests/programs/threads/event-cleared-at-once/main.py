"""set() followed by clear() still releases those who waited."""
import threading
import time

e = threading.Event()
out = []


def wait():
    out.append(e.wait(5))


ts = [threading.Thread(target=wait) for _ in range(3)]
for t in ts:
    t.start()
time.sleep(0.05)
e.set()
e.clear()
for t in ts:
    t.join()
print(out, e.is_set())
