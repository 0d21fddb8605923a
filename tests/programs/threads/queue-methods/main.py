"""Queue, LifoQueue, PriorityQueue, SimpleQueue from one thread."""
import queue
import time

q = queue.Queue(2)
q.put(1)
q.put_nowait(2)
print(q.full(), q.qsize(), q.empty(), q.maxsize)
for action in (lambda: q.put(3, block=False), lambda: q.put(3, timeout=0.02), lambda: q.put_nowait(3)):
    try:
        action()
    except queue.Full as error:
        print("Full", repr(error))
print(q.get(), q.get_nowait())
for action in (lambda: q.get(False), lambda: q.get(timeout=0.02), q.get_nowait):
    try:
        action()
    except queue.Empty as error:
        print("Empty", repr(error))
try:
    q.get(timeout=-1)
except ValueError as error:
    print("ValueError:", error)
q.task_done()
q.task_done()
q.join()
try:
    q.task_done()
except ValueError as error:
    print("ValueError:", error)
lifo, prio, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for n in (3, 1, 2):
    lifo.put(n)
    prio.put((n, f"job {n}"))
    simple.put(n)
print([lifo.get() for _ in range(3)], [prio.get()[1] for _ in range(3)], [simple.get() for _ in range(3)])
start = time.perf_counter()
try:
    simple.get(timeout=0.05)
except queue.Empty:
    print("simple empty", 0.05 <= time.perf_counter() - start < 0.2, simple.empty(), simple.qsize())
