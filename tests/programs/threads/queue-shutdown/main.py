"""Queue.shutdown, as in 3.13: waiting getters and putters are let go, what is there can be taken, unless at once."""
import queue
import threading
import time


def attempt(what, *args, **kwargs):
    try:
        return what(*args, **kwargs)
    except Exception as error:
        return type(error).__name__


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(2)
    q.put(1)
    q.put(2)
    q.shutdown()
    print(kind.__name__, attempt(q.put, 3), attempt(q.put_nowait, 3), attempt(q.put, 3, timeout=1), attempt(q.put, 3, timeout=-1))
    print(attempt(q.get), attempt(q.get_nowait), attempt(q.get), attempt(q.get, False), attempt(q.get, timeout=0.01), q.unfinished_tasks)
    q.task_done()
    q.task_done()
    q.join()

q = queue.Queue(2)
out = []
getters = [threading.Thread(target=lambda: out.append(attempt(q.get))) for _ in range(3)]
for t in getters:
    t.start()
time.sleep(0.01)
q.shutdown()
for t in getters:
    t.join()
print(out)

q = queue.Queue(1)
q.put(0)
out = []
putters = [threading.Thread(target=lambda: out.append(attempt(q.put, 1))) for _ in range(2)]
joiner = threading.Thread(target=lambda: (q.join(), out.append("joined")))
for t in (*putters, joiner):
    t.start()
time.sleep(0.01)
q.shutdown(immediate=True)
for t in (*putters, joiner):
    t.join()
print(sorted(out), q.qsize(), q.is_shutdown, q.unfinished_tasks, attempt(q.get))
print(issubclass(queue.ShutDown, Exception), queue.ShutDown.__module__, queue.Queue().is_shutdown)
