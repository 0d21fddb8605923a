"""task_done and join: main waits until all the work is done, workers are daemons."""
import queue
import threading
import time

q = queue.Queue()
done = []


def worker():
    while True:
        item = q.get()
        time.sleep(0.01)
        done.append(item * item)
        q.task_done()


for _ in range(3):
    threading.Thread(target=worker, daemon=True).start()
for n in range(9):
    q.put(n)
print("before join", len(done) < 9)
q.join()
print(sorted(done), q.unfinished_tasks)
