"""Several producers feeding late: get(timeout) waits no longer than it says."""
import queue
import threading
import time

q = queue.Queue()


def late():
    time.sleep(0.3)
    q.put("late")


t = threading.Thread(target=late)
start = time.monotonic()
t.start()
try:
    q.get(timeout=0.1)
except queue.Empty:
    took = time.monotonic() - start
    print("empty", 0.09 < took < 0.25)
print(q.get(timeout=2))
t.join()
