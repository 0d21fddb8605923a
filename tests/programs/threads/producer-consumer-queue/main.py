"""Producers and consumers over queue.Queue; None says that it is over."""
import queue
import threading

q = queue.Queue(maxsize=3)
eaten = []
lock = threading.Lock()


def producer(name, n):
    for i in range(n):
        q.put(f"{name}{i}")


def consumer():
    while True:
        item = q.get()
        if item is None:
            break
        with lock:
            eaten.append(item)


producers = [threading.Thread(target=producer, args=(c, 5)) for c in "ab"]
consumers = [threading.Thread(target=consumer) for _ in range(3)]
for t in producers + consumers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    q.put(None)
for t in consumers:
    t.join()
print(sorted(eaten), q.empty(), q.qsize())
print([e for e in eaten if e[0] == "a"] == sorted(e for e in eaten if e[0] == "a") or "order may differ")
