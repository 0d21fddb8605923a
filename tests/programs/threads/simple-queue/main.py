"""SimpleQueue: all of it, from one thread and several."""
import queue
import threading

q = queue.SimpleQueue()
print(q.empty(), q.qsize(), q.put(1), q.put_nowait(2), q.put(3, False), q.put(4, timeout=-1))
print(q.qsize(), q.get(), q.get_nowait(), q.get(False), q.get(timeout=1), q.empty())


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


attempt(q.get_nowait)
attempt(lambda: q.get(timeout=0.01))
attempt(lambda: q.get(timeout=-1))
attempt(lambda: q.get(False, -1))
out = []
ts = [threading.Thread(target=lambda: out.append(q.get())) for _ in range(4)]
for t in ts:
    t.start()
for i in range(4):
    q.put(i)
for t in ts:
    t.join()
print(sorted(out), type(q).__name__, type(q).__module__)
