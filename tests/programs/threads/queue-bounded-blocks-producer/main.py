"""A bounded queue makes the producer wait."""
import queue
import threading
import time

q = queue.Queue(maxsize=1)
log = []


def producer():
    for i in range(4):
        q.put(i)
        log.append(("put", i))


t = threading.Thread(target=producer)
t.start()
time.sleep(0.05)
print(log, q.qsize())
got = []
for _ in range(4):
    got.append(q.get())
    time.sleep(0.02)
t.join()
print(got, [i for _, i in log])
