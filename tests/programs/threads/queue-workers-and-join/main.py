"""Workers with task_done, join, sentinels."""
import queue
import threading

q = queue.Queue()
results = []


def worker():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        results.append(item ** 2)
        q.task_done()


ts = [threading.Thread(target=worker) for _ in range(3)]
for t in ts:
    t.start()
for i in range(20):
    q.put(i)
q.join()
print(sorted(results))
for _ in ts:
    q.put(None)
q.join()
for t in ts:
    t.join()
print(q.unfinished_tasks, q.empty())
