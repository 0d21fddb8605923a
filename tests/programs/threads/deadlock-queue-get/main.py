"""The consumer waits for one item more than was produced."""
import queue
import threading

q = queue.Queue()


def consume():
    for _ in range(4):
        print(q.get(), flush=True)


t = threading.Thread(target=consume)
t.start()
for i in range(3):
    q.put(i)
t.join()
