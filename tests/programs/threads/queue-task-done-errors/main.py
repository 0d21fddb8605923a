"""task_done too often; join returns at once when nothing is open."""
import queue

q = queue.Queue()
q.join()
q.put(1)
q.put(2)
print(q.unfinished_tasks)
q.get()
q.task_done()
print(q.unfinished_tasks)
q.get()
q.task_done()
q.join()
for _ in range(2):
    try:
        q.task_done()
    except ValueError as error:
        print(error)
print(q.unfinished_tasks)
