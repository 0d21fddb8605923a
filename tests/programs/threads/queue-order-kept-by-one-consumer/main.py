"""One producer, one consumer: order is kept."""
import queue
import threading

q = queue.Queue(3)
out = []


def consume():
    for item in iter(q.get, None):
        out.append(item)


t = threading.Thread(target=consume)
t.start()
for i in range(100):
    q.put(i)
q.put(None)
t.join()
print(out == list(range(100)))
