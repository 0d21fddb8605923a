"""Full and Empty, at once and after a time-out; messages and types."""
import queue
import time


def attempt(f):
    start = time.monotonic()
    try:
        print("ok", f())
    except Exception as error:
        print(type(error).__name__, error, error.args, time.monotonic() - start < 0.5)


for q in (queue.Queue(2), queue.LifoQueue(maxsize=2), queue.PriorityQueue(2)):
    attempt(q.get_nowait)
    attempt(lambda: q.get(block=False))
    attempt(lambda: q.get(timeout=0.01))
    attempt(lambda: q.get(True, 0.01))
    attempt(lambda: q.get(timeout=-1))
    attempt(lambda: q.get(False, -1))
    q.put(1)
    q.put_nowait(2)
    print(q.full(), q.qsize(), q.empty())
    attempt(lambda: q.put(3, block=False))
    attempt(lambda: q.put(3, timeout=0.01))
    attempt(lambda: q.put(3, True, -1))
    attempt(lambda: q.put_nowait(3))
print(issubclass(queue.Empty, Exception), issubclass(queue.Full, Exception), queue.Empty.__module__, queue.Full.__module__)
